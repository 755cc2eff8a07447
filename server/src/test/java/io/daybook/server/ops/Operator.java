package io.daybook.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who looks after the views of a server. */
public final class Operator {

    private final Supplier<HttpCaller> http;

    public Operator(Supplier<HttpCaller> http) {
        this.http = http;
    }

    static JsonNode json(Response response) {
        return JsonMapper.shared().readTree(response.bytes());
    }

    JsonNode get(String path) {
        return json(http.get().get(path).answers(200));
    }

    JsonNode view(String name) {
        return get("/ops/views")
                .valueStream()
                .filter(view -> view.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Answers with the rebuild's id. */
    long begin(String view, String mode) {
        return json(http.get()
                        .post("/ops/views/" + view + "/rebuild", "mode", mode)
                        .answers(202))
                .get("rebuild_id")
                .asLong();
    }

    JsonNode rebuild(long id) {
        return get("/ops/rebuilds/" + id);
    }

    /** A rebuild, once it has come to its end. */
    JsonNode ended(long id) throws Exception {
        Deadline.until("rebuild " + id + " has ended", () -> !isRunning(id));
        return rebuild(id);
    }

    /** One that must come to a good end. */
    public JsonNode done(String view, String mode) throws Exception {
        JsonNode ended = ended(begin(view, mode));
        assertThat(ended.get("state").asString()).isEqualTo("DONE");
        return ended;
    }

    boolean isRunning(long id) {
        return rebuild(id).get("state").asString().equals("RUNNING");
    }

    static List<String> differences(JsonNode rebuild) {
        return rebuild.get("differences").valueStream().map(JsonNode::asString).toList();
    }
}
