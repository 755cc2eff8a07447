package io.daybook.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A view loses a document, and cannot apply what is logged to it any more, until it has it again. */
abstract class DeadLetterStories {

    private static final String DEGRADED = "Daybook-Degraded";
    private static final String READINESS = "/actuator/health/readiness";

    private final RunningServer server;
    private long experiment;
    private long broken;
    private long sound;

    DeadLetterStories(RunningServer server) {
        this.server = server;
    }

    private HttpCaller http() {
        return server.http();
    }

    private static JsonNode json(Response response) {
        return JsonMapper.shared().readTree(response.bytes());
    }

    private long created(String path, String body) {
        return json(http().post(path).body(body).answers(201)).iterator().next().asLong();
    }

    @BeforeEach
    void two_iterations() {
        long project = created("/project", "{\"name\":\"p\"}");
        experiment = created("/experiment/project/" + project, "{\"name\":\"e\",\"status_id\":1}");
        broken = created("/iteration/experiment/" + experiment, "");
        sound = created("/iteration/experiment/" + experiment, "");
        log(broken);
        log(sound);
    }

    @AfterEach
    void nothing_is_left_for_the_next() {
        for (JsonNode letter : letters()) {
            http().delete("/ops/dead-letters/" + letter.get("id").asString()).answers(200);
        }
    }

    private void log(long iteration) {
        http().post("/series/iteration/" + iteration + "/scalars")
                .body("{\"series\":[{\"key\":\"loss\",\"value\":[1,2]}]}")
                .answers(201);
    }

    private Response scalars(long iteration, int status) {
        return http().get("/series/iteration/" + iteration + "/scalars?key=loss")
                .answers(status);
    }

    private static void lacksNothing(Response answer) {
        assertThat(answer.header(DEGRADED)).isNull();
    }

    private List<JsonNode> letters() {
        return json(http().get("/ops/dead-letters").answers(200)).valueStream().toList();
    }

    private JsonNode only() {
        assertThat(letters()).hasSize(1);
        return letters().getFirst();
    }

    private JsonNode retried(JsonNode letter) {
        String path = "/ops/dead-letters/" + letter.get("id").asString() + "/retry";
        return json(http().post(path).body("").answers(200));
    }

    private LostSeries lose() throws Exception {
        scalars(broken, 200);
        return LostSeries.of(server, broken);
    }

    @Test
    @Tag("ops-5.letters")
    @Tag("ops-5.letters.parked")
    @Tag("ops-5.letters.health")
    void what_cannot_be_applied_waits_and_is_told_and_is_applied_when_it_can_be() throws Exception {
        LostSeries lost = lose();
        log(broken);
        log(broken);

        lacksNothing(scalars(sound, 200));
        scalars(broken, 404).isEnvelope("NOT_FOUND").hasHeader(DEGRADED, "iteration-" + broken);
        JsonNode letter = only();
        assertThat(letter.get("view").asString()).isEqualTo("series");
        assertThat(letter.get("aggregate").asString()).isEqualTo("iteration-" + broken);
        assertThat(letter.get("type").asString()).isEqualTo("ScalarsLogged");
        assertThat(letter.get("error").asString()).contains("has lost its first 2 points");
        assertThat(letter.get("successors").asInt()).isEqualTo(1);
        assertThat(retried(letter)).isEqualTo(letter);
        readinessIs("DEGRADED");

        lost.putBack();
        JsonNode settled = retried(letter);

        assertThat(settled.get("error").isNull()).isTrue();
        assertThat(settled.get("successors").asInt()).isZero();
        assertThat(letters()).isEmpty();
        readinessIs("UP");
        Response whole = scalars(broken, 200);
        lacksNothing(whole);
        assertThat(json(whole).get("count").asInt()).isEqualTo(6);
    }

    /** On a busy machine the checks may be late for a while. */
    private void readinessIs(String status) throws Exception {
        Waiting.untilReadinessIs(status, http());
        http().get(READINESS).answers(200, "{\"status\":\"" + status + "\"}");
    }

    @Test
    @Tag("ops-5.letters.passed")
    @Tag("ops-5.letters.told")
    void every_answer_that_lacks_something_says_so_and_no_other() throws Exception {
        lose();
        log(broken);
        scalars(sound, 200);
        String missing = "iteration-" + broken;

        http().get("/metric/iteration/" + broken).answers(200).hasHeader(DEGRADED, missing);
        http().get("/series/iteration/" + broken).answers(200).hasHeader(DEGRADED, missing);
        http().get("/series/compare", "key", "loss", "iterations", broken + "," + sound)
                .answers(200)
                .hasHeader(DEGRADED, missing);
        lacksNothing(http().get("/metric/iteration/" + sound).answers(200));
        lacksNothing(http().get("/iteration/" + broken).answers(200));
        lacksNothing(http().get("/iteration/experiment/" + experiment).answers(200));
        lacksNothing(http().get("/health").answers(200));
        Response past = http().get("/series/iteration/" + broken + "/scalars", "key", "loss", "asOf", head())
                .answers(200);
        lacksNothing(past);
        assertThat(json(past).get("count").asInt()).isEqualTo(4);
    }

    private String head() {
        return json(http().get("/audit/head").answers(200)).get("position").asString();
    }

    @Test
    @Tag("ops-5.letters.told")
    void a_name_of_crayons_says_it_too() throws Exception {
        http().post("/data").body("\"foo " + broken + "\"").answers(200);
        String[] loss = {"xp", "foo " + broken, "name", "loss"};
        http().post("/data/scalars", loss).body("[1.5, 0, 0.25]").answers(200);
        lacksNothing(http().get("/data/scalars", loss).answers(200));
        long iteration = json(http().get("/audit/events?type=IterationCreated&limit=1000")
                        .answers(200))
                .get("data")
                .valueStream()
                .mapToLong(event -> Long.parseLong(
                        event.get("aggregate").get("id").asString().substring("iteration-".length())))
                .max()
                .orElseThrow();
        broken = iteration;
        LostSeries.of(server, iteration);
        http().post("/data/scalars", loss).body("[2.5, 1, 0.5]").answers(200);

        assertThat(http().get("/data/scalars", loss).send().header(DEGRADED)).isEqualTo("iteration-" + iteration);
        lacksNothing(http().get("/data").answers(200));
    }

    @Test
    @Tag("ops-5.letters.dropped")
    void a_dropped_letter_is_back_when_the_view_is_filled_anew() throws Exception {
        lose();
        log(broken);
        scalars(sound, 200);
        String id = only().get("id").asString();
        server.restart();
        // the view's thread knows its letters once it has begun, and a reader waits for that
        scalars(sound, 200);
        assertThat(only().get("id").asString()).isEqualTo(id);

        http().delete("/ops/dead-letters/" + id).answers(200).says("\"id\":\"" + id + "\"");

        assertThat(letters()).isEmpty();
        http().delete("/ops/dead-letters/" + id).answers(404).isEnvelope("NOT_FOUND");
        log(broken);
        scalars(sound, 200);
        assertThat(only().get("id").asString()).isNotEqualTo(id);

        http().delete("/ops/dead-letters/" + only().get("id").asString()).answers(200);
        new Operator(server::http).done("series", "replace");
        nothingIsLacking();
        server.stop();
        server.dropViews();
        server.start();
        nothingIsLacking();
    }

    private void nothingIsLacking() {
        Response whole = scalars(broken, 200);
        lacksNothing(whole);
        assertThat(json(whole).get("count").asInt()).isEqualTo(6);
        assertThat(letters()).isEmpty();
    }
}
