package io.daybook.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.past.Workload;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.start.Launched;
import io.daybook.server.tool.Tools;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.cluster.AxonSettings;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one process to nodes on Axon Server, and back: what is answered, and the log, stay the same to the last byte. */
class MovingUpIT {

    @TempDir
    private Path folder;

    private record Ended(int status, String text) {}

    /** What a server answers, and its log. */
    private record Seen(Map<String, String> answers, String export) {

        static Seen of(HttpCaller http, List<String> paths) throws IOException {
            return new Seen(Portrait.of(http, paths), Portrait.export(http, Portrait.position(http)));
        }
    }

    private AxonServerSettings place() {
        return AxonServerSettings.in(folder.resolve("axon-server"));
    }

    private String[] command(AxonServer store, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--daybook.home=" + folder.resolve("tool"));
        AxonSettings.of(store.address()).forEach((name, value) -> all.add("--" + name + "=" + value));
        return all.toArray(String[]::new);
    }

    private Ended tool(AxonServer store, String... arguments) throws Exception {
        try (Launched tool = Launched.with(command(store, arguments))) {
            return new Ended(tool.exitCode(), tool.text());
        }
    }

    private String backup(String name, byte[] zip) throws IOException {
        return Files.write(folder.resolve(name), zip).toString();
    }

    private static RunningServer nodes(AxonServer store) {
        return RunningServer.sharing(store.address()).start();
    }

    @Test
    @Tag("ops-5.restore.axon-server")
    void a_server_is_moved_to_axon_server_and_back() throws Exception {
        try (RunningServer one = RunningServer.on(Engine.SQLITE).start();
                AxonServer store = AxonServer.orReal(place())) {
            List<String> paths = Backups.fill(one.http(), new Workload(one.http(), 11), 40);
            Seen before = Seen.of(one.http(), paths);
            String zip = backup("one.zip", Backups.take(one.http()));

            Ended restored = tool(store, "restore", zip);
            assertThat(restored.text()).contains("restored: ");
            assertThat(restored.status()).isZero();
            assertThat(status(store, "verify")).isZero();
            Ended twice = tool(store, "restore", zip);
            assertThat(twice.text()).contains("Axon Server holds", "an empty one");
            assertThat(twice.status()).isEqualTo(2);
            byte[] later = later(store, paths, before);
            back(later, paths);
        }
    }

    /** As each of two nodes answers, and a backup of one of them after something was added. */
    private static byte[] later(AxonServer store, List<String> paths, Seen before) throws IOException {
        try (RunningServer nodes = nodes(store)) {
            for (int node = 0; node < 2; node++)
                assertThat(Seen.of(nodes.http(), paths)).isEqualTo(before);
            nodes.http().post("/data").body("\"later\"").answers(200);
            byte[] zip = Backups.take(nodes.http());
            assertThat(Backups.restore(nodes.http(), zip).hasStatus(409).text()).contains("daybook.jar restore");
            return zip;
        }
    }

    private static void back(byte[] zip, List<String> paths) throws IOException {
        try (RunningServer back = RunningServer.on(Engine.SQLITE).start()) {
            assertThat(Backups.restore(back.http(), zip).status()).isEqualTo(200);
            assertThat(Seen.of(back.http(), paths).answers()).containsKeys(paths.toArray(String[]::new));
            back.http().get("/data").answers(200).says("later");
            back.http().get("/audit/verify").answers(200).says("\"verified\":true");
        }
    }

    /** In this process: what it prints is told by the other test. */
    private int status(AxonServer store, String... arguments) {
        try {
            return Tools.run(command(store, arguments));
        } finally {
            // of a tool's process alone
            System.clearProperty("logback.configurationFile");
        }
    }

    /** Of a restoration that is killed, the server has a beginning, and the folder everything. */
    @Test
    void a_restoration_that_was_interrupted_goes_on_and_increments_follow() throws Exception {
        try (RunningServer one = RunningServer.on(Engine.SQLITE).start()) {
            for (int i = 0; i < 10; i++)
                one.http().post("/data").body("\"" + i + "\"").answers(200);
            long position = Portrait.position(one.http());
            String whole = backup("whole.zip", Backups.take(one.http()));
            one.http().post("/data").body("\"more\"").answers(200);
            String rest = backup("rest.zip", Backups.take(one.http(), position));
            try (AxonServer store = AxonServer.start(place())) {
                assertThat(status(store, "restore", whole)).isZero();
            }
            cutOff(5);
            try (AxonServer store = AxonServer.start(place())) {
                assertThat(tool(store, "restore", rest).status())
                        .as("gives the server all first")
                        .isZero();
                try (RunningServer nodes = nodes(store)) {
                    assertThat(Portrait.head(nodes.http())).isEqualTo(Portrait.head(one.http()));
                }
            }
            cutOff(3);
            try (AxonServer store = AxonServer.start(place())) {
                assertThat(status(store, "restore", whole, "--up-to=4"))
                        .as("another log")
                        .isEqualTo(2);
                assertThat(status(store, "verify"))
                        .as("the server lacks something")
                        .isEqualTo(1);
                assertThat(status(store, "restore", rest))
                        .as("is there already")
                        .isEqualTo(2);
                assertThat(status(store, "verify")).as("was given back").isZero();
            }
        }
    }

    private void cutOff(int token) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("axon-server/axon-server.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM events WHERE token >= " + token);
        }
    }
}
