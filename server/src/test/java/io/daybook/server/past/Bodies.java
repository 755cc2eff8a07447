package io.daybook.server.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.testkit.http.Request;
import java.util.List;

/** Requests that create or change one thing of a kind, and the lists that it has of others. */
final class Bodies {

    private static final String FORM = "multipart/form-data; boundary=b";

    private Bodies() {}

    static Request creation(String kind, Workload drawn) {
        return switch (kind) {
            case "project" -> post(drawn, "/project", named(drawn));
            case "user" -> post(drawn, "/user", user(drawn));
            case "experiment" ->
                post(drawn, below(drawn, kind, "project"), "{\"status_id\":1,\"name\":\"" + drawn.name() + "\"}");
            case "iteration" -> post(drawn, below(drawn, kind, "experiment") + parent(drawn), "");
            case "parameter" -> post(drawn, below(drawn, kind, "iteration"), pair(drawn, "\"" + drawn.name() + "\""));
            case "metric" -> post(drawn, below(drawn, kind, "iteration"), pair(drawn, drawn.below(99) + ".5"));
            case "model" -> post(drawn, below(drawn, kind, "project"), named(drawn));
            case "modelversion" ->
                post(drawn, below(drawn, kind, "model"), "{\"iteration_id\":" + drawn.any("iteration") + "}");
            case "resource" ->
                drawn.request("POST", below(drawn, kind, "experiment")).body(FORM, file(drawn.name()));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    static Request change(String kind, Workload drawn) {
        Request request = drawn.request("PATCH", "/" + kind + "/" + drawn.any(kind));
        return switch (kind) {
            case "experiment" -> request.body("{\"status_id\":" + (1 + drawn.below(3)) + "}");
            case "iteration" ->
                drawn.below(4) == 0
                        ? request.body("{\"status_id\":" + (2 + drawn.below(3)) + "}")
                        : request.body("{\"notes\":\"" + drawn.name() + "\"}");
            case "parameter" -> request.body("{\"value\":\"" + drawn.name() + "\"}");
            case "metric" ->
                request.body(drawn.below(2) == 0 ? "{\"value\":" + drawn.below(99) + "}" : pair(drawn, "7"));
            case "modelversion" -> request.body("{\"stage_id\":" + (1 + drawn.below(4)) + "}");
            case "user" ->
                request.body("{\"first_name\":\"" + drawn.name() + "\",\"is_admin\":" + (drawn.below(2) == 0) + "}");
            case "userpermission" -> request.body(rights(drawn));
            case "resource" -> request.body(FORM, file(drawn.name()));
            default -> request.body(named(drawn));
        };
    }

    static String rights(Workload drawn) {
        return "{\"create_permission\":%b,\"read_permission\":%b,\"update_permission\":true,\"delete_permission\":false}"
                .formatted(drawn.below(2) == 0, drawn.below(2) == 0);
    }

    /** Addresses with a place for the id. */
    static List<String> listsOf(String kind) {
        return switch (kind) {
            case "project" ->
                List.of("/project/%d/members", "/experiment/project/%d", "/tag/project/%d", "/model/project/%d");
            case "experiment" -> List.of("/iteration/experiment/%d", "/resource/experiment/%d", "/tag/experiment/%d");
            case "iteration" ->
                List.of(
                        "/iteration/%d/children",
                        "/parameter/iteration/%d",
                        "/metric/iteration/%d",
                        "/tag/iteration/%d",
                        "/series/iteration/%d",
                        "/series/iteration/%d/scalars?key=loss",
                        "/series/iteration/%d/scalars?key=loss&points=3",
                        "/series/compare?key=acc&iterations=1,%d");
            case "model" -> List.of("/modelversion/model/%d");
            case "user" -> List.of("/user/%d/permissions");
            case "resource" -> List.of("/resource/%d/data");
            default -> List.of();
        };
    }

    private static Request post(Workload drawn, String path, String body) {
        return drawn.request("POST", path).body(body);
    }

    private static String below(Workload drawn, String kind, String parent) {
        return "/" + kind + "/" + parent + "/" + drawn.any(parent);
    }

    private static String parent(Workload drawn) {
        return drawn.below(3) == 0 ? "?parent_iteration_id=" + drawn.any("iteration") : "";
    }

    private static String named(Workload drawn) {
        return "{\"name\":\"" + drawn.name() + "\"}";
    }

    private static String pair(Workload drawn, String value) {
        return "{\"key\":\"" + (drawn.below(2) == 0 ? "loss" : "acc") + "\",\"value\":" + value + "}";
    }

    private static String user(Workload drawn) {
        return "{\"first_name\":\"f\",\"last_name\":\"l\",\"username\":\"" + drawn.name() + "\",\"password\":\"p\"}";
    }

    private static byte[] file(String name) {
        return ("--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"f\"\r\n\r\n" + name
                        + "\r\n--b--\r\n")
                .getBytes(UTF_8);
    }
}
