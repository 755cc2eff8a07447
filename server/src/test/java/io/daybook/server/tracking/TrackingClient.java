package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what the older client said, in few words. */
public final class TrackingClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpCaller http;

    public TrackingClient(HttpCaller http) {
        this.http = http;
    }

    /** @param authorization goes with every request, unless it is empty */
    public TrackingClient(HttpCaller http, String authorization) {
        this(authorization.isEmpty() ? http : http.as(authorization));
    }

    public Request request(String method, String path) {
        return http.request(method, path);
    }

    public Response send(String method, String path, byte[] body) {
        try {
            return request(method, path).body("application/json", body).send();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    public Response send(String method, String path, String body) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The id in the answer to a creation. */
    public long create(String path, String body) {
        JsonNode answer =
                JSON.readTree(request("POST", path).body(body).answers(201).bytes());
        assertThat(answer.size()).isEqualTo(1);
        return answer.iterator().next().asLong();
    }

    public long project() {
        return create("/project/", "{\"name\":\"vision\"}");
    }

    public long experiment(long project) {
        return create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"sweep\"}");
    }

    public long iteration(long experiment) {
        return create("/iteration/experiment/" + experiment, "");
    }

    public long metric(long iteration, String body) {
        return create("/metric/iteration/" + iteration, body);
    }

    public void patch(String path, String body) {
        request("PATCH", path).body(body).answers(200, "{\"message\":\"UPDATED\"}");
    }

    public void delete(String path) {
        request("DELETE", path).answers(200, "{\"message\":\"OK\"}");
    }

    public Response refused(String method, String path, String body, int status, String code) {
        return request(method, path).body(body).answers(status).isEnvelope(code);
    }

    public JsonNode get(String path) {
        return JSON.readTree(request("GET", path).answers(200).bytes());
    }

    /** One field of all items of a page. */
    public List<String> column(String path, String field) {
        return StreamSupport.stream(get(path).get("data").spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    /** The position that a read is true for at the moment: the head of the log. */
    public long head() {
        return Long.parseLong(
                String.valueOf(request("GET", "/user").answers(200).header("Daybook-Position")));
    }

    /** Reads what is true at a position, or later. */
    public Response after(String position, String path) {
        try {
            return request("GET", path).header("Daybook-Position", position).send();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }
}
