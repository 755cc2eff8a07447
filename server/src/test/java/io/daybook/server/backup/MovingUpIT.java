package io.daybook.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.past.Workload;
import io.daybook.server.running.AxonSettings;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.start.Launched;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.http.HttpCaller;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Ended run(Map<String, String> settings, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings.forEach((name, value) -> all.add("--" + name + "=" + value));
        try (Launched tool = Launched.with(all.toArray(String[]::new))) {
            return new Ended(tool.exitCode(), tool.text());
        }
    }

    @Test
    @Tag("ops-5.restore.axon-server")
    void a_server_is_moved_to_axon_server_and_back() throws Exception {
        Path zip = folder.resolve("one.zip");
        List<String> paths;
        Map<String, String> answers;
        String export;
        try (RunningServer one = RunningServer.on(Engine.SQLITE).start()) {
            paths = Backups.fill(one.http(), new Workload(one.http(), 11), 40);
            answers = Portrait.of(one.http(), paths);
            export = Portrait.export(one.http(), Portrait.position(one.http()));
            Files.write(zip, Backups.take(one.http()));
        }
        try (AxonServer store = AxonServer.start(AxonServerSettings.in(folder.resolve("axon-server")))) {
            Map<String, String> settings = AxonSettings.of(store.address());
            String home = "--daybook.home=" + folder.resolve("tool");

            Ended restored = run(settings, "restore", zip.toString(), home);
            assertThat(restored.text()).contains("restored: ");
            assertThat(restored.status()).isZero();
            assertThat(run(settings, "verify", home).text()).contains("verified: positions 1 to ");
            Ended twice = run(settings, "restore", zip.toString(), home);
            assertThat(twice.text()).contains("Axon Server holds", "an empty one");
            assertThat(twice.status()).isEqualTo(2);

            try (RunningServer nodes = RunningServer.on(Engine.AXON_SERVER)
                    .with("axon.axonserver.servers", store.address())
                    .start()) {
                for (int node = 0; node < 2; node++) assertSame(nodes.http(), paths, answers, export);
                assertThat(Backups.restore(nodes.http(), Files.readAllBytes(zip))
                                .hasStatus(409)
                                .text())
                        .contains("daybook.jar restore");
                // what comes later goes back as well
                nodes.http().post("/data").body("\"later\"").answers(200);
                export = Portrait.export(nodes.http(), Portrait.position(nodes.http()));
                answers = Portrait.of(nodes.http(), paths);
                Files.write(zip, Backups.take(nodes.http()));
            }
        }
        try (RunningServer back = RunningServer.on(Engine.SQLITE).start()) {
            assertThat(Backups.restore(back.http(), Files.readAllBytes(zip)).status())
                    .isEqualTo(200);
            assertSame(back.http(), paths, answers, export);
        }
    }

    private static void assertSame(HttpCaller http, List<String> paths, Map<String, String> answers, String export)
            throws Exception {
        assertThat(Portrait.export(http, Portrait.position(http))).isEqualTo(export);
        assertThat(Portrait.of(http, paths)).isEqualTo(answers);
        assertThat(http.get("/audit/verify").answers(200).text()).contains("\"verified\":true");
    }
}
