package io.daybook.server.tracking.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.server.tracking.TrackingClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One thing of each kind, in one project, for paths to name; and fresh ones for what takes them away. */
final class Things {

    private final TrackingClient client;
    private final Map<String, Long> standing = new HashMap<>();
    private int made;

    /** @param client of an admin */
    Things(TrackingClient client) {
        this.client = client;
    }

    /** The one of its kind that is there for all. */
    long of(String kind) {
        Long known = standing.get(kind);
        if (known != null) return known;
        long fresh = fresh(kind);
        standing.put(kind, fresh);
        return fresh;
    }

    /** One more, in the project of the others where it lies in one. */
    long fresh(String kind) {
        String name = "{\"name\":\"" + kind + ++made + "\"}";
        return switch (kind) {
            case "project" -> client.project();
            case "experiment" -> client.experiment(of("project"));
            case "iteration" -> client.iteration(of("experiment"));
            case "parameter" -> client.create(below("parameter", "iteration"), "{\"key\":\"lr\",\"value\":\"0.1\"}");
            case "metric" -> client.metric(of("iteration"), "{\"key\":\"loss\",\"value\":1}");
            case "resource" -> resource();
            case "model" -> client.create(below("model", "project"), name);
            case "modelversion" -> client.create(below("modelversion", "model"), pointer());
            case "tag" -> attached("project");
            case "user" -> user("user" + made);
            case "userpermission" -> permission(of("user"), client.project(), "false", "false", "false", "false");
            default -> throw new IllegalArgumentException("nothing is known of a " + kind);
        };
    }

    private long resource() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nfile\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"f\"\r\n\r\nbytes\r\n--b--\r\n";
        byte[] answer = client.request("POST", below("resource", "experiment"))
                .body("multipart/form-data; boundary=b", form.getBytes(UTF_8))
                .answers(201)
                .bytes();
        return JsonMapper.shared().readTree(answer).get("resource_id").asLong();
    }

    private String below(String kind, String parent) {
        return "/" + kind + "/" + parent + "/" + of(parent);
    }

    private String pointer() {
        return "{\"iteration_id\":" + of("iteration") + "}";
    }

    /** A new tag, which what stands of that kind bears. */
    long attached(String bearer) {
        client.create(below("tag", bearer), "{\"value\":\"tag " + ++made + "\"}");
        long id = 0;
        for (JsonNode tag : client.get(below("tag", bearer))) id = tag.get("id").asLong();
        return id;
    }

    long user(String username) {
        return client.create(
                "/user",
                "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"" + username + "\",\"password\":\"secret\"}");
    }

    long permission(long user, long project, String create, String read, String update, String delete) {
        String body = "{\"create_permission\":%s,\"read_permission\":%s,\"update_permission\":%s,"
                + "\"delete_permission\":%s}";
        return client.create(
                "/userpermission/user/" + user + "/project/" + project, body.formatted(create, read, update, delete));
    }

    /** The route's path to the things that stand. */
    String path(Route route) {
        return path(route, List.of());
    }

    /** The same, but that the last variable names something fresh. */
    String freshPath(Route route) {
        int last = route.segments().lastIndexOf("{}");
        return last < 0 ? route.path() : path(route, List.of(String.valueOf(fresh(kind(route, last)))));
    }

    /** The same, with a text where the last variable is. */
    String path(Route route, String text) {
        return path(route, List.of(text));
    }

    private String path(Route route, List<String> end) {
        List<String> segments = route.segments();
        int last = segments.lastIndexOf("{}");
        StringJoiner path = new StringJoiner("/", "/", "");
        for (int i = 0; i < segments.size(); i++) {
            boolean variable = segments.get(i).equals("{}");
            if (variable && i == last && !end.isEmpty()) path.add(end.getFirst());
            else path.add(variable ? String.valueOf(of(kind(route, i))) : segments.get(i));
        }
        return path.toString();
    }

    /** What a variable is the id of stands before it; only tags come last behind what carries them. */
    static String kind(Route route, int segment) {
        String before = route.segments().get(segment - 1);
        return before.equals("{}") ? "tag" : before;
    }
}
