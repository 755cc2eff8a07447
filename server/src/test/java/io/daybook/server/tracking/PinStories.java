package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A model version points at what was logged through Crayon: neither door lets it be taken away. */
abstract class PinStories {

    private final RunningServer server;
    private String xp = "";
    private long experiment;
    private long version;

    PinStories(RunningServer server) {
        this.server = server;
    }

    private TrackingClient client() {
        return new TrackingClient(server.http());
    }

    private HttpCaller crayon() {
        return server.http();
    }

    @BeforeEach
    void pinned() {
        xp = "pinned " + System.nanoTime();
        crayon().post("/data").body("\"" + xp + "\"").answers(200, "ok");
        log("[1,0,0.5]");
        JsonNode project = named(client().get("/project"), "crayon");
        long projectId = project.get("id").asLong();
        JsonNode all = client().get("/experiment/project/" + projectId + "?limit=200");
        experiment = named(all.get("data"), xp).get("id").asLong();
        String iteration =
                client().column("/iteration/experiment/" + experiment, "id").getFirst();
        long model = client().create("/model/project/" + projectId, "{\"name\":\"of " + xp + "\"}");
        version = client().create("/modelversion/model/" + model, "{\"iteration_id\":" + iteration + "}");
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream()
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void log(String point) {
        crayon().post("/data/scalars", "xp", xp, "name", "loss").body(point).answers(200, "ok");
    }

    private String scalars() {
        return crayon().get("/data/scalars", "xp", xp, "name", "loss")
                .answers(200)
                .text();
    }

    @Test
    void it_is_deleted_when_the_version_has_gone() {
        long head = client().head();
        crayon().delete("/data", "xp", xp).answers(400).isPlainText().says("model version");
        client().refused("DELETE", "/experiment/" + experiment, "", 409, "CONFLICT");
        assertThat(client().head()).isEqualTo(head);
        log("[2,1,0.25]");
        assertThat(scalars()).isEqualTo("[[1.0,0,0.5],[2.0,1,0.25]]");

        client().delete("/modelversion/" + version);
        crayon().delete("/data", "xp", xp).answers(200, "ok");
        client().refused("GET", "/experiment/" + experiment, "", 404, "NOT_FOUND");
    }

    @Test
    void nothing_is_restored_over_it_until_the_version_has_gone() {
        byte[] zip = crayon().get("/backup", "xp", xp).answers(200).bytes();
        log("[2,1,0.25]");

        crayon().post("/backup", "xp", xp, "force", "1")
                .body("application/zip", zip)
                .answers(400)
                .isPlainText();
        assertThat(scalars()).isEqualTo("[[1.0,0,0.5],[2.0,1,0.25]]");
        client().get("/experiment/" + experiment);
        client().delete("/modelversion/" + version);
        crayon().post("/backup", "xp", xp, "force", "1")
                .body("application/zip", zip)
                .answers(200, "ok");
        assertThat(scalars()).isEqualTo("[[1.0,0,0.5]]");
        client().refused("GET", "/experiment/" + experiment, "", 404, "NOT_FOUND");
    }

    @Test
    void it_can_be_renamed_and_stays_pinned_under_its_new_name() {
        String old = xp;
        xp = "renamed " + xp;
        client().patch("/experiment/" + experiment, "{\"name\":\"" + xp + "\"}");

        assertThat(scalars()).isEqualTo("[[1.0,0,0.5]]");
        crayon().get("/data", "xp", old).answers(400).isPlainText();
        crayon().delete("/data", "xp", xp).answers(400).isPlainText().says("model version");
        crayon().post("/data").body("\"" + old + "\"").answers(200, "ok");
        client().patch("/experiment/" + experiment, "{\"status_id\":3}");
        crayon().delete("/data", "xp", xp).answers(400).isPlainText();
        assertThat(scalars()).isEqualTo("[[1.0,0,0.5]]");
    }
}
