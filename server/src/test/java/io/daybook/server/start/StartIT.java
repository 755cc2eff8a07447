package io.daybook.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.api.log.EventLog;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StartIT {

    @TempDir
    private Path home;

    @Test
    @Tag("ops-1.address.free")
    @Tag("ops-1.event-store.type")
    @Tag("ops-1.unknown.environment")
    @Tag("ops-1.first-line")
    void the_first_line_says_what_runs_where() throws Exception {
        int crayonPort = FreePort.find();
        try (Launched server =
                Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=" + crayonPort)) {
            int port = server.port();

            assertThat(server.lines().getFirst())
                    .containsPattern("Daybook \\d+\\.\\d+\\.\\d+ at http://127\\.0\\.0\\.1:" + port + " ")
                    .contains(
                            Integer.toString(crayonPort),
                            home.toString(),
                            "events in sqlite",
                            "sync full",
                            "views in sqlite")
                    .contains("authentication off");
            assertThat(server.lines()).hasSize(1);
        }
    }

    @Test
    @Tag("ops-1.home.one")
    void a_second_process_on_the_same_folder_refuses_and_says_which_process_holds_it() throws Exception {
        try (Launched first = start();
                Launched second = start(first)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.text())
                    .contains(home.toString(), "process " + first.pid())
                    .doesNotContain("\tat ");
            assertThat(first.port()).isPositive();
        }
    }

    private Launched start() throws Exception {
        Launched server = Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
        server.port();
        return server;
    }

    private Launched start(Launched besides) throws Exception {
        assertThat(besides.port()).isPositive();
        return Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
    }

    @ParameterizedTest
    @Tag("ops-1.crayon.taken")
    @CsvSource({"--daybook.crayon.port=%d --server.port=0", "--server.port=%d --daybook.crayon.port=0"})
    void a_taken_port_stops_the_start_and_is_named(String settings) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String[] both = settings.formatted(taken.getLocalPort()).split(" ");
            try (Launched server = Launched.with("--daybook.home=" + home, both[0], both[1])) {
                assertThat(server.exitCode()).isNotZero();
                assertThat(server.text())
                        .contains(Integer.toString(taken.getLocalPort()))
                        .doesNotContain("\tat ");
            }
        }
        start().close();
    }

    @ParameterizedTest
    @Tag("ops-1.unknown")
    @Tag("ops-1.unusable")
    @CsvSource({
        "daybook.hoem, /tmp",
        "daybook.limits.bodi, 1MB",
        "daybook.crayon.prot, 1",
        "daybook.crayon.port, many",
        "daybook.crayon.port, 70000",
        "daybook.crayon.port, -1",
        "daybook.crayon.project, ''",
        "daybook.limits.body, much",
        "daybook.limits.body, -1MB",
        "daybook.limits.artifact, 0B",
        "daybook.read.wait, soon",
        "daybook.read.wait, -1s",
        "daybook.zone, Mars/Phobos",
        "daybook.event-store.type, paper",
        "daybook.event-store.type, axon-server",
        "daybook.event-store.sync, never",
        "daybook.event-store.queue, 0",
        "daybook.artifacts.backend, s3",
        "daybook.artifacts.backend, gridfs",
        "daybook.artifacts.backend, inline",
        "daybook.artifacts.sweep-after, 0s",
        "daybook.roles, query",
        "daybook.auth.enabled, true",
        "daybook.auth.enabled, perhaps",
        "daybook.auth.first-password, ''",
        "daybook.auth.secrets, 0123456789-0123456789-0123456789-0123456789",
        "daybook.cors.origins, https://lab.example/",
        "daybook.cors.origins, lab.example",
        "daybook.mongodb.uri, somewhere",
        "daybook.commands.snapshot-every, 0",
        "daybook.commands.cached-aggregates, 0",
        "daybook.commands.deadline, 0s",
        "daybook.event-store.deadline, 0s"
    })
    void a_setting_that_is_unknown_or_unusable_stops_the_start_and_is_named(String property, String value) {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).with(property, value)) {
            Throwable refusal = catchThrowable(server::start);

            assertThat(refusal).isNotNull();
            assertThat(messages(refusal)).containsIgnoringCase(property);
            assertThat(server.home().resolve("events.db")).doesNotExist();
        }
    }

    @Test
    @Tag("ops-1.unknown.files")
    void a_setting_in_a_file_that_is_unknown_stops_the_start_and_is_named() throws Exception {
        Path file = Files.writeString(home.resolve("own.yml"), "daybook:\n  crayon:\n    prot: 1\n");
        try (RunningServer server = RunningServer.on(Engine.SQLITE)
                .with("spring.config.additional-location", file.toUri().toString())) {
            assertThat(messages(catchThrowable(server::start))).contains("daybook.crayon.prot");
            assertThat(server.home().resolve("events.db")).doesNotExist();
        }
    }

    @Test
    @Tag("ops-1.environment")
    void settings_come_from_the_environment_as_well() throws Exception {
        Map<String, String> environment = Map.of(
                "DAYBOOK_HOME", home.toString(),
                "DAYBOOK_CRAYON_PORT", "0",
                "DAYBOOK_AUTH_ENABLED", "true",
                "DAYBOOK_AUTH_SECRET", "0123456789-0123456789-0123456789",
                "SERVER_PORT", "0");
        try (Launched server = Launched.in(environment)) {
            assertThat(server.port()).isPositive();
            assertThat(server.lines().getFirst()).contains(home.toString(), "authentication on");
        }
    }

    @ParameterizedTest
    @Tag("ops-1.auth.secret")
    @ValueSource(
            strings = {
                "",
                "0123456789-0123456789-012345678",
                "deardiary_secret",
                "deardiary_secretdeardiary_secret",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void authentication_without_a_good_secret_stops_the_start(String secret) {
        try (RunningServer server = RunningServer.on(Engine.SQLITE)
                .with("daybook.auth.enabled", "true")
                .with("daybook.auth.secret", secret)) {
            Throwable refusal = catchThrowable(server::start);

            assertThat(refusal).isNotNull();
            assertThat(messages(refusal)).contains("daybook.auth.secret is needed", "32 bytes");
            if (!secret.isEmpty()) assertThat(messages(refusal)).doesNotContain(secret);
            assertThat(server.home().resolve("events.db")).doesNotExist();
        }
    }

    @Test
    @Tag("ops-1.auth.secret")
    void authentication_with_a_good_secret_starts() {
        try (RunningServer server = RunningServer.on(Engine.SQLITE)
                .with("daybook.auth.enabled", "true")
                .with("daybook.auth.secret", "0123456789-0123456789-0123456789")
                .with("daybook.auth.first-password", "open sesame")
                .with("daybook.cors.origins", "https://a.example, https://b.example")
                .start()) {
            server.http().get("/project").answers(401).isEnvelope("TOKEN_MISSING");
            server.http()
                    .post("/auth")
                    .body("{\"username\":\"default\",\"password\":\"open sesame\"}")
                    .answers(200);
            server.http()
                    .get("/health")
                    .header("Origin", "https://b.example")
                    .answers(200)
                    .hasHeader("Access-Control-Allow-Origin", "https://b.example");
        }
    }

    private static String messages(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    @Tag("ops-1.unknown")
    void what_is_wrong_with_a_setting_is_said_without_a_stack_trace() throws Exception {
        String[] settings = {"--daybook.hoem=/tmp", "--daybook.auth.enabled=true", "--daybook.read.wait=soon"};
        for (String setting : settings) {
            String property = setting.substring(2, setting.indexOf('='));
            try (Launched server = Launched.with("--daybook.home=" + home, "--server.port=0", setting)) {
                assertThat(server.exitCode()).isNotZero();
                assertThat(server.text()).contains(property).doesNotContain("\tat ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket", "endpoint", "access-key", "secret-key"})
    void a_bucket_without_all_that_it_needs_stops_the_start_and_no_key_is_told(String missing) throws Exception {
        List<String> settings = Stream.of(
                        "bucket=lab", "endpoint=http://127.0.0.1:1", "access-key=hush", "secret-key=hush")
                .filter(setting -> !setting.startsWith(missing))
                .map(setting -> "--daybook.artifacts.s3." + setting)
                .collect(Collectors.toCollection(ArrayList::new));
        settings.addAll(List.of("--daybook.home=" + home, "--server.port=0", "--daybook.artifacts.backend=s3"));
        try (Launched server = Launched.with(settings.toArray(String[]::new))) {
            assertThat(server.exitCode()).isNotZero();
            assertThat(server.text())
                    .contains("daybook.artifacts.s3." + missing)
                    .doesNotContain("\tat ", "hush");
        }
    }

    @Test
    @Tag("ops-1.zone")
    void the_time_zone_of_the_first_start_is_kept() {
        try (RunningServer server = RunningServer.on(Engine.SQLITE)
                .with("daybook.zone", "Asia/Tokyo")
                .start()) {
            server.with("daybook.zone", "America/New_York").restart();

            String seed =
                    new String(server.bean(EventLog.class).at(1).orElseThrow().payload(), StandardCharsets.UTF_8);
            assertThat(seed).contains("Asia/Tokyo");
            String time = JsonMapper.shared()
                    .readTree(server.http().get("/health").answers(200).text())
                    .get("server_time")
                    .stringValue();
            Duration apart = Duration.between(LocalDateTime.parse(time), LocalDateTime.now(ZoneId.of("Asia/Tokyo")));
            assertThat(apart.abs())
                    .as("some hours less than the zones are apart")
                    .isLessThan(Duration.ofHours(6));
        }
    }

    @Test
    void version_is_printed_without_a_server() throws Exception {
        try (Launched server = Launched.with("--version")) {
            assertThat(server.exitCode()).isZero();
            assertThat(server.text().strip()).matches("Daybook \\d+\\.\\d+\\.\\d+");
        }
    }

    @Test
    void help_is_printed_without_a_server() throws Exception {
        try (Launched server = Launched.with("--help")) {
            assertThat(server.exitCode()).isZero();
            assertThat(server.text())
                    .contains("--daybook.home", "--server.port", "--daybook.auth.secret", "--daybook.cors.origins");
        }
    }
}
