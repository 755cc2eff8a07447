package io.daybook.server.tracking.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that writes.
 *
 * @param door as events name it
 * @param other a body that the route takes as well; null when it takes none
 */
record Write(String door, String verb, String path, String type, byte[] body, byte @Nullable [] other) {

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=";

    /** One of each route of the tracking API that writes; what it takes away or changes is there for it alone. */
    static List<Write> tracking(List<Route> routes, Things things) {
        List<Write> all = new ArrayList<>();
        for (Route route : routes) {
            if (!route.writes() || route.isAbout("auth")) continue;
            all.add(
                    route.isAbout("resource") && !route.verb().equals("DELETE")
                            ? upload(route, things)
                            : of(route, things));
        }
        return all;
    }

    private static Write of(Route route, Things things) {
        String path = path(route, things);
        for (Body body : Body.all()) {
            if (!body.route().equals(route.name())) continue;
            return json(
                    "tracking",
                    route.verb(),
                    path,
                    valid(route, body, things, "one"),
                    valid(route, body, things, "other"));
        }
        return new Write("tracking", route.verb(), path, JSON, new byte[0], null);
    }

    /** What is taken away, or can be there but once, needs something new. */
    private static String path(Route route, Things things) {
        if (route.path().matches("/tag/[a-z]+/\\{}/\\{}"))
            return things.path(
                    route, String.valueOf(things.attached(route.segments().get(1))));
        if (route.path().equals("/userpermission/user/{}/project/{}"))
            return "/userpermission/user/" + things.fresh("user") + "/project/" + things.fresh("project");
        return route.verb().equals("POST") ? things.path(route) : things.freshPath(route);
    }

    private static String valid(Route route, Body body, Things things, String word) {
        if (route.path().endsWith("/batch")) return "{\"metrics\":[{\"key\":\"" + word + "\",\"value\":1}]}";
        String unique = '"' + word + " " + route.name() + '"';
        Map<String, String> literals = new HashMap<>();
        body.fields().forEach(field -> {
            if (field.kind() == Kind.NAME || field.kind() == Kind.TEXT) literals.put(field.name(), unique);
            if (field.kind() == Kind.FLAG) literals.put(field.name(), String.valueOf(word.equals("one")));
        });
        return body.with(things, literals);
    }

    private static Write upload(Route route, Things things) {
        String path = route.verb().equals("POST") ? things.path(route) : things.freshPath(route);
        return new Write("tracking", route.verb(), path, FORM + "b", form("b", "first"), form("b", "others"));
    }

    private static byte[] form(String boundary, String bytes) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nfile\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"f\"\r\n\r\n" + bytes + "\r\n--"
                        + boundary + "--\r\n")
                .getBytes(UTF_8);
    }

    /** The other doors' routes, written down here. */
    static List<Write> others(HttpCaller http, Things things) {
        for (String xp : List.of("kept", "gone"))
            http.post("/data").body('"' + xp + '"').answers(200);
        byte[] zip = http.get("/backup", "xp", "kept").answers(200).bytes();
        http.post("/data/scalars", "xp", "kept", "name", "n").body("[1,1,1]").answers(200);
        byte[] another = http.get("/backup", "xp", "kept").answers(200).bytes();
        String histogram = "[1,2,[%d]]";
        return List.of(
                json("crayon", "POST", "/data", "\"new\"", "\"newer\""),
                json("crayon", "POST", "/data/scalars?xp=kept&name=n", "[1,2,3]", "[1,2,4]"),
                json(
                        "crayon",
                        "POST",
                        "/data/histograms?xp=kept&name=n&tobuild=true",
                        histogram.formatted(1),
                        histogram.formatted(2)),
                new Write("crayon", "DELETE", "/data?xp=gone", JSON, new byte[0], null),
                new Write("crayon", "POST", "/backup?xp=again&force=true", "application/zip", zip, another),
                json(
                        "series",
                        "POST",
                        "/series/iteration/" + things.of("iteration") + "/scalars",
                        "{\"series\":[{\"key\":\"k\",\"value\":[1]}]}",
                        "{\"series\":[{\"key\":\"k\",\"value\":[2]}]}"));
    }

    private static Write json(String door, String verb, String path, String body, String other) {
        return new Write(door, verb, path, JSON, body.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    Request request(HttpCaller http) {
        return http.request(verb, path).body(type, body);
    }

    Request another(HttpCaller http) {
        return http.request(verb, path).body(type, other == null ? body : other);
    }

    /** A form with another boundary between the same parts; everything else as it was. */
    Request same(HttpCaller http) {
        boolean form = type.startsWith(FORM);
        return form ? http.request(verb, path).body(FORM + "apart", form("apart", "first")) : request(http);
    }

    boolean isPlain() {
        return door.equals("crayon");
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
