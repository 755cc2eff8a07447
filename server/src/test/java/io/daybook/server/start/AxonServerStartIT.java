package io.daybook.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.cluster.AxonSettings;
import io.daybook.testkit.http.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told whose node cannot begin on Axon Server. */
class AxonServerStartIT {

    @TempDir
    private Path folder;

    private AxonServer server() {
        return AxonServer.start(AxonServerSettings.in(folder.resolve("axon-server"))
                .withContext("lab")
                .withToken("hush-hush"));
    }

    private Map<String, String> settings(String address, String... changes) {
        Map<String, String> settings = new HashMap<>(AxonSettings.of(address));
        settings.putAll(Map.of(
                "axon.axonserver.context", "lab",
                "axon.axonserver.token", "hush-hush",
                "daybook.home", folder.resolve("home").toString(),
                "server.port", "0",
                "daybook.crayon.port", "0"));
        for (int i = 0; i < changes.length; i += 2) settings.put(changes[i], changes[i + 1]);
        return settings;
    }

    private static Launched launched(Map<String, String> settings) throws Exception {
        return Launched.with(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    private static void refused(Map<String, String> settings, String... words) throws Exception {
        try (Launched node = launched(settings)) {
            assertThat(node.exitCode()).isNotZero();
            assertThat(node.text()).contains(words).doesNotContain("\tat ", "hush-hush");
        }
    }

    @Test
    @Tag("ops-1.event-store.refused")
    void a_server_that_cannot_be_used_stops_the_start_and_the_setting_is_named() throws Exception {
        String nobody = "127.0.0.1:" + FreePort.find();
        refused(settings(nobody), nobody, "of axon.axonserver.servers cannot be reached");
        try (AxonServer server = server()) {
            String there = server.address();
            refused(settings(there, "axon.axonserver.token", ""), "axon.axonserver.token is not set");
            refused(settings(there, "axon.axonserver.context", "yard"), "axon.axonserver.context=yard");
        }
        assertThat(folder.resolve("home/events.copy")).doesNotExist();
    }

    @ParameterizedTest
    @Tag("ops-1.event-store.refused")
    @CsvSource({
        "axon.axonserver.servers, ''",
        "axon.axonserver.servers, http://there",
        "axon.axonserver.context, ' '",
        "axon.axonserver.cert-file, /nowhere",
        "axon.axonserver.tokens, hush",
        "daybook.artifacts.backend, filesystem",
        "daybook.mongodb.uri, mongodb://127.0.0.1/daybook"
    })
    void what_does_not_go_together_stops_the_start_and_is_named(String setting, String value) {
        try (RunningServer node = RunningServer.on(Engine.SQLITE)) {
            AxonSettings.of("127.0.0.1:1").forEach(node::with);
            Throwable refusal = catchThrowable(node.with(setting, value)::start);

            assertThat(refusal).isNotNull();
            assertThat(Stream.iterate(refusal, Objects::nonNull, Throwable::getCause)
                            .map(Throwable::toString))
                    .anyMatch(words -> words.contains(setting));
            assertThat(node.home().resolve("events.db")).doesNotExist();
        }
    }

    @Test
    @Tag("ops-1.event-store.copy")
    void a_node_says_where_its_events_are_and_its_folder_goes_with_no_other_log() throws Exception {
        Path store = folder.resolve("axon-server/axon-server.db");
        try (AxonServer server = server()) {
            try (Launched node = launched(settings(server.address()))) {
                node.port();
                assertThat(node.text())
                        .contains("events in axon-server (" + server.address() + ", context lab)")
                        .doesNotContain(" WARN ", " ERROR ", "hush-hush");
                node.end();
            }
            Map<String, String> alone = settings(server.address(), "daybook.event-store.type", "sqlite");
            refused(alone, "node's copy of a log that is in Axon Server", "daybook.event-store.type=axon-server");
        }
        Files.delete(store);
        try (AxonServer empty = server()) {
            refused(settings(empty.address()), "ends at position 0", "this node's copy of it at position 1");
        }
    }
}
