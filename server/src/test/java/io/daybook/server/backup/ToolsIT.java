package io.daybook.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.past.Workload;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.start.Launched;
import io.daybook.testkit.server.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands beside serving, in processes of their own, on the folder of a server that does not run. */
class ToolsIT {

    private static final RunningServer ORIGIN = RunningServer.on(Engine.SQLITE);

    private static final String TERMINAL = "import pty, sys; pty.spawn(sys.argv[1:])";

    private static List<String> paths = List.of();
    private static String export = "";
    private static String head = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void a_server_that_has_stopped() throws Exception {
        ORIGIN.start();
        paths = Backups.fill(ORIGIN.http(), new Workload(ORIGIN.http(), 9), 30);
        export = Portrait.export(ORIGIN.http(), Portrait.position(ORIGIN.http()));
        head = Portrait.head(ORIGIN.http()).replaceAll(".*\"hash\":\"(\\w+)\".*", "$1");
        ORIGIN.stop();
    }

    @AfterAll
    static void end() {
        ORIGIN.close();
    }

    private record Ended(int status, String text) {}

    private static Ended run(String... arguments) throws Exception {
        try (Launched tool = Launched.with(arguments)) {
            return new Ended(tool.exitCode(), tool.text());
        }
    }

    private static String home(Path folder) {
        return "--daybook.home=" + folder;
    }

    @Test
    @Tag("ops-1.tools.folder")
    @Tag("ops-1.tools.verify")
    @Tag("ops-1.tools.done")
    @Tag("ops-1.tools.failed")
    void verifies_a_sound_log_and_finds_a_forged_one() throws Exception {
        Ended sound = run("verify", home(ORIGIN.home()));
        assertThat(sound.text()).startsWith("verified: positions 1 to ").endsWith("hash " + head + "\n");
        assertThat(sound.status()).isZero();

        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(ORIGIN.home().resolve("events.db"), copy.resolve("events.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("events.db"));
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER events_are_not_changed");
            statement.execute("UPDATE events SET timestamp = timestamp + 1 WHERE position = 3");
        }
        assertThat(run("verify", home(copy))).isEqualTo(new Ended(1, "not verified: position 3: HASH\n"));
    }

    @Test
    @Tag("ops-1.tools.export")
    @Tag("ops-1.tools.done")
    void exports_what_the_audit_route_answers() throws Exception {
        Ended exported = run("export", "--format=ndjson", home(ORIGIN.home()));

        assertThat(exported.status()).isZero();
        assertThat(exported.text()).isEqualTo(export);
    }

    @Test
    @Tag("ops-1.tools.backup")
    @Tag("ops-1.tools.done")
    void backs_up_and_restores() throws Exception {
        Path zip = folder.resolve("all.zip");
        Path fresh = folder.resolve("fresh");

        assertThat(run("backup", zip.toString(), home(ORIGIN.home())).status()).isZero();
        Ended restored = run("restore", zip.toString(), home(fresh));

        assertThat(restored.text()).startsWith("restored: ").endsWith("hash " + head + "\n");
        assertThat(restored.status()).isZero();
        assertThat(run("export", home(fresh)).text()).isEqualTo(export);
        assertThat(run("restore", zip.toString(), home(fresh)))
                .matches(twice -> twice.status() == 2 && twice.text().contains("an empty one"));
        assertThat(run("backup", zip.toString(), home(fresh)).text()).contains("is there already");
    }

    @Test
    void increments_go_on_top_of_a_part() throws Exception {
        Path zip = folder.resolve("all.zip");
        Path rest = folder.resolve("rest.zip");
        Path fresh = folder.resolve("fresh");
        run("backup", zip.toString(), home(ORIGIN.home()));
        run("backup", rest.toString(), "--after=10", home(ORIGIN.home()));

        assertThat(run("restore", zip.toString(), "--up-to=10", home(fresh)).text())
                .startsWith("restored: 10 events");
        assertThat(run("restore", rest.toString(), home(fresh)).status()).isZero();

        assertThat(run("export", home(fresh)).text()).isEqualTo(export);
    }

    @Test
    @Tag("ops-1.tools.failed")
    void a_broken_backup_fails_and_restores_nothing() throws Exception {
        Path zip = Files.writeString(folder.resolve("broken.zip"), "PK");
        Path fresh = folder.resolve("fresh");

        Ended refused = run("restore", zip.toString(), home(fresh));

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.text()).contains("not a zip");
        assertThat(run("export", home(fresh)).text()).isEmpty();
    }

    @Test
    @Tag("ops-1.tools.rebuild")
    @Tag("ops-1.tools.done")
    void rebuilds_the_views() throws Exception {
        ORIGIN.start();
        var before = Portrait.of(ORIGIN.http(), paths);
        ORIGIN.stop();
        Path views = ORIGIN.home().resolve("views").resolve("views.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + views);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE documents SET body = x'0500000000'");
        }

        Ended rebuilt = run("rebuild", home(ORIGIN.home()));

        assertThat(rebuilt.text()).startsWith("rebuilt: ");
        assertThat(rebuilt.status()).isZero();
        ORIGIN.start();
        assertThat(Portrait.of(ORIGIN.http(), paths)).isEqualTo(before);
        ORIGIN.stop();
    }

    /** A terminal that a program of Python's pretends to be; elsewhere nothing but the result is printed, as above. */
    @ParameterizedTest
    @Tag("ops-1.tools.progress")
    @CsvSource({
        "verify, verifying",
        "backup %s, backing up",
        "rebuild, filling tracking",
        "export, exporting",
        "restore %s, writing events"
    })
    void progress_is_shown_on_a_terminal_alone(String command, String work) throws Exception {
        Path zip = folder.resolve("all.zip");
        boolean restores = command.startsWith("restore");
        if (restores) run("backup", zip.toString(), home(ORIGIN.home()));
        String arguments = command.formatted(zip);

        String told = onTerminal(arguments + " " + home(restores ? folder.resolve("fresh") : ORIGIN.home()));

        assertThat(told).containsPattern("\r" + work + " \\[#+\\.*] [0-9,]+ of [0-9,]+ ");
    }

    private static String onTerminal(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "-c", TERMINAL));
        command.addAll(Site.ofJar(Path.of("target", "daybook.jar").toAbsolutePath(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    @ParameterizedTest
    @Tag("ops-1.tools.folder")
    @Tag("ops-1.tools.not-run")
    @ValueSource(strings = {"verify", "backup x.zip", "restore pom.xml", "rebuild", "export"})
    void a_folder_in_use_is_left_alone(String command) throws Exception {
        try (Launched server = Launched.with(home(folder), "--server.port=0", "--daybook.crayon.port=0")) {
            assertThat(server.port()).isPositive();

            Ended refused = run((command + " " + home(folder)).split(" "));

            assertThat(refused.text()).contains("process " + server.pid()).doesNotContain("\tat ");
            assertThat(refused.status()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @Tag("ops-1.tools.home")
    @Tag("ops-1.tools.not-run")
    @Tag("ops-1.unknown")
    @CsvSource({
        "verify --daybook.home=/nowhere, no log in /nowhere",
        "verify --daybook.hoem=/nowhere, daybook.hoem",
        "verify --daybook.event-store.sync=never, daybook.event-store.sync",
        "verify --colour, --colour",
        "backup, FILE",
        "restore none.zip, cannot be read",
        "export --format=csv, csv"
    })
    void what_cannot_be_run_says_why(String arguments, String why) throws Exception {
        Ended refused = run(arguments.split(" "));

        assertThat(refused.text()).contains(why).doesNotContain("\tat ");
        assertThat(refused.status()).isEqualTo(2);
    }

    @Test
    @Tag("ops-1.tools.home")
    void help_lists_the_commands_and_each_explains_itself() throws Exception {
        assertThat(run("--help").text())
                .contains("verify", "backup", "restore", "rebuild", "export", "--daybook.home", "--server.port");
        for (String command : List.of("verify", "backup", "restore", "rebuild", "export")) {
            Ended help = run(command, "--help");
            assertThat(help.text()).contains("Usage: java -jar daybook.jar " + command, "--daybook.home");
            assertThat(help.status()).isZero();
        }
    }
}
