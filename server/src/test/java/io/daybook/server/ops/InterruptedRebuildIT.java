package io.daybook.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.start.Launched;
import io.daybook.testkit.http.HttpCaller;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Servers that are killed in the middle of a rebuild, or come back with other code. */
class InterruptedRebuildIT {

    private static final int EVENTS = 60;
    private static final String VALUES =
            IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

    @TempDir
    private Path home;

    private Launched launched() throws Exception {
        return Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
    }

    @Test
    @Tag("ops-5.rebuild.switched")
    void after_a_kill_amid_a_rebuild_the_old_view_answers_and_the_rest_goes() throws Exception {
        try (Launched server = launched();
                HttpCaller http = new HttpCaller(server.port())) {
            fill(http);
            Operator operator = new Operator(() -> http);
            long id = operator.begin("series", "replace");
            Deadline.until(
                    "much was rebuilt",
                    () -> operator.rebuild(id).get("position").asLong() > EVENTS / 3);
            // leaving the block kills it
            assertThat(operator.isRunning(id)).isTrue();
        }
        assertThat(stored()).contains("series.2");

        try (Launched server = launched();
                HttpCaller http = new HttpCaller(server.port())) {
            assertThat(count(http)).isEqualTo(EVENTS * 20_000);
            Operator operator = new Operator(() -> http);
            assertThat(operator.get("/ops/rebuilds")).isEmpty();
            Deadline.until("nothing is left over", () -> !stored().contains("series.2"));
            assertThat(operator.done("series", "verify").get("equal").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void a_view_by_earlier_code_answers_while_it_is_rebuilt() throws Exception {
        try (Launched server = launched();
                HttpCaller http = new HttpCaller(server.port())) {
            fill(http);
            assertThat(count(http)).isEqualTo(EVENTS * 20_000);
            new Operator(() -> http).done("tracking", "verify");
        }
        pretendEarlierCode();

        try (Launched server = launched();
                HttpCaller http = new HttpCaller(server.port())) {
            Operator operator = new Operator(() -> http);
            assertThat(count(http)).isEqualTo(EVENTS * 20_000);
            JsonNode rebuild = operator.rebuild(1);
            assertThat(rebuild.get("view").asString()).isEqualTo("series");
            assertThat(rebuild.get("mode").asString()).isEqualTo("replace");
            assertThat(operator.isRunning(1))
                    .as("it answered before it was rebuilt")
                    .isTrue();
            log(http);

            assertThat(operator.ended(1).get("state").asString()).isEqualTo("DONE");
            assertThat(count(http)).isEqualTo((EVENTS + 1) * 20_000);
        }
        try (Launched server = launched();
                HttpCaller http = new HttpCaller(server.port())) {
            assertThat(count(http)).isEqualTo((EVENTS + 1) * 20_000);
            assertThat(new Operator(() -> http).get("/ops/rebuilds")).isEmpty();
        }
    }

    private static void fill(HttpCaller http) {
        http.post("/project").body("{\"name\":\"p\"}").answers(201);
        http.post("/experiment/project/1")
                .body("{\"name\":\"e\",\"status_id\":1}")
                .answers(201);
        http.post("/iteration/experiment/1").body("").answers(201);
        for (int i = 0; i < EVENTS; i++) log(http);
    }

    private static void log(HttpCaller http) {
        http.post("/series/iteration/1/scalars")
                .body("{\"series\":[{\"key\":\"loss\",\"value\":[" + VALUES + "]}]}")
                .answers(201);
    }

    private static long count(HttpCaller http) {
        return Operator.json(http.get("/series/iteration/1").answers(200))
                .get(0)
                .get("count")
                .asLong();
    }

    private Connection views() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/views.db"));
    }

    private String stored() throws Exception {
        try (Connection views = views();
                ResultSet names = views.createStatement().executeQuery("SELECT group_concat(name) FROM views")) {
            return names.getString(1);
        }
    }

    /** As if the live documents of {@code series} had been made by a version 0 of its projection. */
    private void pretendEarlierCode() throws Exception {
        try (Connection views = views()) {
            views.createStatement()
                    .executeUpdate(
                            "UPDATE views SET fingerprint = '0' || substr(fingerprint, 2) WHERE name = 'series'");
            BsonDocument row;
            try (ResultSet found = views.createStatement()
                    .executeQuery(
                            "SELECT body FROM documents WHERE collection = 'view_generation' AND id = 'series'")) {
                row = new RawBsonDocument(found.getBytes(1)).decode(new BsonDocumentCodec());
            }
            row.getDocument("live").put("version", new BsonInt32(0));
            try (PreparedStatement change = views.prepareStatement(
                    "UPDATE documents SET body = ? WHERE collection = 'view_generation' AND id = 'series'")) {
                var bytes = new RawBsonDocument(row, new BsonDocumentCodec()).getByteBuffer();
                byte[] body = new byte[bytes.remaining()];
                bytes.get(body);
                change.setBytes(1, body);
                change.executeUpdate();
            }
        }
    }
}
