package io.daybook.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    @SuppressWarnings("NullAway.Init")
    private static StreamReader quiet;

    private static long quietSince;

    @TempDir
    private Path folder;

    private static HttpCaller http() {
        return SERVER.http();
    }

    private static JsonNode get(String path) {
        return JsonMapper.shared().readTree(http().get(path).answers(200).bytes());
    }

    private static List<String> types(String query) {
        return get("/audit/events?limit=1000&" + query)
                .get("data")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    /** Of events that never come. */
    @BeforeAll
    static void a_stream_in_which_nothing_happens() throws IOException {
        quietSince = System.nanoTime();
        quiet = StreamReader.of(http(), "?type=None");
    }

    @AfterAll
    static void hang_up() throws IOException {
        quiet.close();
    }

    @BeforeAll
    static void a_project_a_user_and_an_old_experiment() {
        http().post("/project")
                .header("X-Request-Id", "mine")
                .body("{\"name\":\"p\"}")
                .answers(201);
        String user = "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"ada\",\"password\":\"secret of hers\"}";
        http().post("/user").body(user).answers(201);
        http().post("/data").body("\"old\"").answers(200);
        http().post("/data/scalars", "xp", "old", "name", "loss")
                .body("[1.5, 0, 0.25]")
                .answers(200);
    }

    @Test
    @Tag("ops-4.events.filters")
    @Tag("ops-7.aggregate")
    void every_door_is_told_and_who_came_through_it() {
        JsonNode created = get("/audit/events?type=ProjectCreated").get("data").get(0);
        assertThat(created.get("via").asString()).isEqualTo("tracking");
        assertThat(created.get("request_id").asString()).isEqualTo("mine");
        assertThat(created.get("actor").toString()).isEqualTo("{\"id\":1,\"username\":\"default\"}");
        assertThat(created.get("project_id").asLong()).isEqualTo(1);
        assertThat(created.get("aggregate").toString())
                .isEqualTo("{\"type\":\"project\",\"id\":\"project-1\",\"sequence\":0}");

        assertThat(types("via=crayon")).contains("ExperimentCreated", "IterationCreated", "ScalarsLogged");
        assertThat(types("aggregate=project-1")).startsWith("ProjectCreated").doesNotContain("UserCreated");
        assertThat(types("actor=99")).isEmpty();
    }

    @Test
    @Tag("ops-4.event.secrets")
    void no_password_hash_leaves_the_log() {
        String all = http().get("/audit/events")
                .header("Accept", "application/x-ndjson")
                .answers(200)
                .text();

        assertThat(all).contains("UserCreated", "\"username\":\"ada\"").doesNotContain("$2a$", "$2b$", "passwordHash");
    }

    @Test
    @Tag("ops-4.event.verifies")
    @Tag("ops-4.chain.bytes")
    @Tag("ops-4.chain.checker")
    void the_independent_checker_agrees_on_the_file_and_on_an_export() throws Exception {
        Path export = folder.resolve("events.ndjson");
        Files.write(
                export,
                http().get("/audit/events")
                        .header("Accept", "application/x-ndjson")
                        .answers(200)
                        .bytes());
        JsonNode head = get("/audit/head");
        String expected = head.get("position").asLong() + " " + head.get("hash").asString();

        assertThat(checked(SERVER.home().resolve("events.db"))).isEqualTo(expected);
        assertThat(checked(export)).isEqualTo(expected);
        Files.writeString(export, Files.readString(export).replaceFirst("\"actor\":\"1\"", "\"actor\":\"2\""));
        assertThat(checked(export)).contains("is not what was written");
    }

    private static String checked(Path file) throws IOException, InterruptedException {
        Path checker = Path.of("..", "docs", "verify_log.py");
        Process python = new ProcessBuilder("python3", checker.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    @Test
    @Tag("ops-4.stream")
    @Tag("ops-4.stream.resumes")
    @Tag("ops-4.stream.filters")
    void a_stream_goes_on_where_it_ended_and_shows_what_comes() throws Exception {
        try (StreamReader stream = StreamReader.of(http(), "?type=ProjectChanged", "Last-Event-ID: 1")) {
            http().request("PATCH", "/project/1").body("{\"name\":\"other\"}").answers(200);

            List<String> told = new ArrayList<>();
            while (told.stream().noneMatch(line -> line.startsWith("data: ")))
                told.add(Objects.requireNonNull(stream.line()));
            assertThat(told).anyMatch(line -> line.matches("id: \\d+"));
            assertThat(told.getLast()).contains("\"type\":\"ProjectChanged\"", "other");
        }
    }

    /** The last one, since time has passed by then. */
    @Test
    @Tag("ops-4.stream.comment")
    @Order(Integer.MAX_VALUE)
    void a_quiet_stream_is_kept_open_by_comments() throws IOException {
        assertThat(quiet.line()).isEqualTo(":");
        assertThat(System.nanoTime() - quietSince).isGreaterThan(TimeUnit.SECONDS.toNanos(14));
    }

    @Test
    @Tag("ops-4.verify.bad")
    void a_forged_log_is_found_by_the_chain_and_a_rewritten_one_by_its_checkpoint() throws Exception {
        try (RunningServer other = SERVER.another().start()) {
            other.http().post("/project").body("{\"name\":\"true\"}").answers(201);
            String checkpoint = other.http()
                    .post("/audit/checkpoints")
                    .body("")
                    .answers(201)
                    .text();
            other.http().get("/audit/verify").answers(200).says("\"verified\":true");
            other.http().post("/audit/verify").body(checkpoint).answers(200).says("\"verified\":true");
            other.stop();

            edit(
                    other.home().resolve("events.db"),
                    "UPDATE events SET payload = replace(payload, 'true', 'false') " + "WHERE type = 'ProjectCreated'");
            other.start();
            other.http()
                    .get("/audit/verify")
                    .answers(200)
                    .says("\"verified\":false")
                    .says("\"reason\":\"PAYLOAD\"");
        }
    }

    private static void edit(Path log, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER events_are_not_changed");
            statement.execute(sql);
        }
    }

    @Test
    @Tag("ops-4.forger.shutdown")
    @Tag("ops-6.keys")
    void stopping_makes_a_checkpoint_and_cuts_streams_off() throws Exception {
        try (RunningServer other = SERVER.another().start();
                StreamReader stream = StreamReader.of(other.http(), "")) {
            assertThat(stream.line()).startsWith("id: ");

            long begin = System.nanoTime();
            other.stop();

            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                    .isLessThan(20);
            try (var files = Files.list(other.home().resolve("checkpoints"))) {
                assertThat(files).hasSize(1);
            }
        }
    }
}
