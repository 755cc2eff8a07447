package io.daybook.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.server.running.Deadline;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Views rebuilt, compared, replaced and rolled back while the server goes on. */
abstract class RebuildStories {

    private static final int POINTS = 3_000;

    private final RunningServer own;
    private final Operator operator;

    RebuildStories(RunningServer server) {
        own = server.another();
        operator = new Operator(own::http);
    }

    private HttpCaller http() {
        return own.http();
    }

    @BeforeEach
    void a_project_with_a_run_and_an_old_experiment() {
        own.start();
        http().post("/project").body("{\"name\":\"p\"}").answers(201);
        http().post("/experiment/project/1")
                .body("{\"name\":\"e\",\"status_id\":1}")
                .answers(201);
        http().post("/iteration/experiment/1").body("").answers(201);
        http().post("/data").body("\"old\"").answers(200);
        log("loss", POINTS);
        http().delete("/metric/" + (1 << 27)).answers(200);
    }

    @AfterEach
    void stop() {
        own.close();
    }

    private void log(String key, int points) {
        String values = IntStream.range(0, points).mapToObj(i -> i + ".5").collect(Collectors.joining(","));
        http().post("/series/iteration/1/scalars")
                .body("{\"series\":[{\"key\":\"" + key + "\",\"value\":[" + values + "]}]}")
                .answers(201);
    }

    private void point() {
        http().post("/data/scalars", "xp", "old", "name", "loss")
                .body("[1.5, 0, 0.25]")
                .answers(200);
    }

    private String read() {
        return http().get("/series/iteration/1/scalars", "key", "loss", "points", "100")
                .answers(200)
                .text();
    }

    @Test
    @Tag("ops-5.rebuild")
    @Tag("ops-5.rebuilds")
    void all_views_are_what_the_log_says() throws Exception {
        JsonNode rebuild = operator.done("all", "verify");

        assertThat(Operator.differences(rebuild)).isEmpty();
        assertThat(rebuild.get("equal").asBoolean()).isTrue();
        assertThat(rebuild.get("percent").asInt()).isEqualTo(100);
        assertThat(rebuild.get("hash_live").asString())
                .isEqualTo(rebuild.get("hash_rebuilt").asString());
        assertThat(rebuild.propertyNames())
                .containsExactly(
                        "id",
                        "view",
                        "mode",
                        "state",
                        "position",
                        "head",
                        "percent",
                        "seconds_left",
                        "events_per_second",
                        "equal",
                        "documents",
                        "hash_live",
                        "hash_rebuilt",
                        "differences");
        assertThat(operator.get("/ops/rebuilds").get(0)).isEqualTo(rebuild);
        assertThat(own.bean(Documents.class).stored()).noneMatch(name -> name.contains("."));
    }

    @Test
    @Tag("ops-5.views")
    void views_say_how_they_are() throws Exception {
        Deadline.until("all are live", () -> operator.get("/ops/views")
                .valueStream()
                .allMatch(view -> view.get("state").asString().equals("LIVE")
                        && view.get("documents").asLong() > 0));
        assertThat(operator.get("/ops/views").get(0).propertyNames())
                .containsExactly(
                        "name", "state", "position", "head", "lag", "events_per_second", "documents", "rebuild");
        assertThat(operator.view("series").get("rebuild").isNull()).isTrue();
    }

    @Test
    @Tag("ops-5.rebuild.compared")
    @Tag("ops-5.rebuilds.differences")
    @Tag("ops-5.rollback")
    @Tag("ops-7.rollback")
    void damage_is_found_mended_and_can_be_gone_back_to() throws Exception {
        String sound = read();
        String id = damage();

        JsonNode found = operator.done("series", "replace");
        assertThat(Operator.differences(found)).containsExactly(id);
        assertThat(found.get("equal").asBoolean()).isFalse();
        assertThat(read()).isEqualTo(sound);
        assertThat(operator.done("series", "verify").get("equal").asBoolean()).isTrue();

        JsonNode back = Operator.json(http().post("/ops/views/series/rollback").answers(200));
        assertThat(back.get("view").asString()).isEqualTo("series");
        assertThat(back.get("position").asLong())
                .isEqualTo(operator.get("/audit/head").get("position").asLong());
        assertThat(Operator.differences(operator.done("series", "verify"))).containsExactly(id);
    }

    @Test
    @Tag("ops-5.rollback")
    void after_a_restart_the_replaced_view_still_answers() throws Exception {
        String before = read();
        operator.done("all", "replace");

        own.restart();

        assertThat(read()).isEqualTo(before);
        assertThat(own.bean(Documents.class).stored())
                .contains("series", "series.2", "tracking.2", "access.2", "crayon.2");
        point();
        assertThat(operator.done("all", "verify").get("equal").asBoolean()).isTrue();
        http().post("/ops/views/tracking/rollback").answers(200);
        assertThat(operator.done("tracking", "verify").get("equal").asBoolean()).isTrue();
    }

    @Test
    @Tag("ops-7.rollback")
    void senseless_wishes_are_refused() {
        http().post("/ops/views/nobodys/rebuild", "mode", "verify").answers(404).isEnvelope("NOT_FOUND");
        http().post("/ops/views/series/rebuild", "mode", "repair").answers(422).isEnvelope("INVALID_PAYLOAD");
        http().post("/ops/views/series/rebuild").answers(422).isEnvelope("INVALID_PAYLOAD");
        http().post("/ops/views/series/rollback").answers(409).isEnvelope("CONFLICT");
        http().post("/ops/views/nobodys/rollback").answers(404).isEnvelope("NOT_FOUND");
        http().get("/ops/rebuilds/77").answers(404).isEnvelope("NOT_FOUND");
        http().delete("/ops/rebuilds/77").answers(404).isEnvelope("NOT_FOUND");
        http().get("/ops/rebuilds/first").answers(404).isEnvelope("NOT_FOUND");
        assertThat(operator.get("/ops/rebuilds")).isEmpty();
    }

    @Test
    @Tag("ops-5.rebuilds.state")
    @Tag("ops-5.rebuilds.cancel")
    void one_is_rebuilt_at_a_time_and_a_cancelled_one_has_changed_nothing() throws Exception {
        for (int i = 0; i < 40; i++) log("long", 20_000);
        long id = operator.begin("series", "replace");

        http().post("/ops/views/crayon/rebuild", "mode", "verify")
                .answers(409)
                .isEnvelope("CONFLICT")
                .says("rebuild " + id);
        assertThat(operator.view("series").get("rebuild").get("id").asLong()).isEqualTo(id);
        assertThat(operator.view("crayon").get("rebuild").isNull()).isTrue();
        http().delete("/ops/rebuilds/" + id).answers(200, "{\"message\":\"OK\"}");

        assertThat(operator.rebuild(id).get("state").asString()).isEqualTo("CANCELLED");
        http().delete("/ops/rebuilds/" + id).answers(409).isEnvelope("CONFLICT");
        assertThat(own.bean(Documents.class).stored()).noneMatch(name -> name.contains("."));
        http().post("/ops/views/series/rollback").answers(409);
        assertThat(operator.done("crayon", "verify").get("equal").asBoolean()).isTrue();
    }

    @Test
    @Tag("ops-5.rebuild.beside")
    @Tag("ops-5.rebuild.traffic")
    void no_request_fails_while_all_views_are_replaced() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        List<CompletableFuture<Integer>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                Runnable request = i % 2 == 0 ? this::point : this::read;
                clients.add(CompletableFuture.supplyAsync(() -> repeat(request, ended), threads));
            }
            for (int i = 0; i < 2; i++) {
                JsonNode rebuild = operator.done("all", "replace");
                assertThat(Operator.differences(rebuild)).isEmpty();
            }
            ended.set(true);
            for (CompletableFuture<Integer> client : clients) {
                assertThat(client.get(1, TimeUnit.MINUTES)).isPositive();
            }
        } finally {
            ended.set(true);
        }
        assertThat(operator.done("all", "verify").get("equal").asBoolean()).isTrue();
    }

    private static int repeat(Runnable request, AtomicBoolean ended) {
        int count = 0;
        for (; !ended.get() || count == 0; count++) request.run();
        return count;
    }

    /** A bit of a chunk, in the store itself. Answers with the document's id. */
    private String damage() throws Exception {
        Documents documents = own.bean(Documents.class);
        View series = new View("series", 1, Set.of("series_chunk"));
        long head = operator.get("/audit/head").get("position").asLong();
        Deadline.until("all is stored", () -> documents.position(series) == head);
        Document chunk =
                documents.range("series_chunk", new Range("", "a", 1, false)).getFirst();
        byte[] body = chunk.body().clone();
        body[body.length / 2] ^= 1;
        documents.apply(series, head, head, List.of(new Change.Remove("series_chunk", chunk.id())));
        documents.apply(
                series, head, head, List.of(new Change.Put("series_chunk", chunk.id(), chunk.position(), body)));
        return chunk.id();
    }
}
