package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
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

    /** The id in the answer to a creation. */
    long create(String path, String body) {
        JsonNode answer = JSON.readTree(http.post(path).body(body).answers(201).bytes());
        assertThat(answer.size()).isEqualTo(1);
        return answer.iterator().next().asLong();
    }

    public long project() {
        return create("/project/", "{\"name\":\"vision\"}");
    }

    public long experiment(long project) {
        return create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"sweep\"}");
    }

    long iteration(long experiment) {
        return create("/iteration/experiment/" + experiment, "");
    }

    long metric(long iteration, String body) {
        return create("/metric/iteration/" + iteration, body);
    }

    public void patch(String path, String body) {
        http.request("PATCH", path).body(body).answers(200, "{\"message\":\"UPDATED\"}");
    }

    public void delete(String path) {
        http.delete(path).answers(200, "{\"message\":\"OK\"}");
    }

    Response refused(String method, String path, String body, int status, String code) {
        return http.request(method, path).body(body).answers(status).isEnvelope(code);
    }

    public JsonNode get(String path) {
        return JSON.readTree(http.get(path).answers(200).bytes());
    }

    /** One field of all items of a page. */
    List<String> column(String path, String field) {
        return StreamSupport.stream(get(path).get("data").spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }
}
