package io.daybook.axonserver;

import static io.daybook.testkit.eventstore.Notes.note;
import static io.daybook.testkit.eventstore.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.LogHead;
import io.daybook.api.refusal.Unavailable;
import io.daybook.axonserver.SharedStores.OpenedCopy;
import io.daybook.embedded.eventstore.OtherLog;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node's copy, when the server is away, comes back, or is another one. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // filled before each test
class CopyTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private AxonServer server;

    @BeforeEach
    void start() {
        server = AxonServer.start(AxonServerSettings.in(folder.resolve("server")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenedCopy open(String name) {
        return SharedStores.open(folder.resolve(name), server.address());
    }

    /** With the same events, or without some, at the same address. */
    private void restart(String... changes) throws Exception {
        int port = server.port();
        server.close();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("server/axon-server.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : changes) statement.execute(sql);
        }
        server =
                AxonServer.start(AxonServerSettings.in(folder.resolve("server")).at(port));
    }

    @Test
    void while_the_server_is_away_nothing_is_acknowledged_and_then_everything_goes_on() throws Exception {
        try (OpenedCopy node = open("node")) {
            node.store().publish(notes("notebook", 3));
            int port = server.port();
            server.close();

            assertThatThrownBy(() -> node.store().publish(note("notebook", 3))).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> node.copy().refresh(SHORT)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> node.copy().probe()).isInstanceOf(Unavailable.class);
            assertThat(node.copy().head()).isEqualTo(3);

            server = AxonServer.start(
                    AxonServerSettings.in(folder.resolve("server")).at(port));
            awaitRefreshed(node.copy());
            node.store().publish(note("notebook", 3));
            node.copy().probe();
            assertThat(node.copy().head()).isEqualTo(4);
        }
    }

    private static void awaitRefreshed(SqliteLog copy) {
        long end = System.nanoTime() + LONG.toNanos();
        while (true) {
            try {
                copy.refresh(LONG);
                return;
            } catch (RuntimeException away) {
                if (System.nanoTime() > end) throw away;
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_server_that_has_less_than_the_copy_is_told() throws Exception {
        try (OpenedCopy node = open("node")) {
            node.store().publish(notes("notebook", 3));
        }
        restart("DELETE FROM events WHERE token = 2");

        assertThatThrownBy(() -> open("node"))
                .isInstanceOf(OtherLog.class)
                .hasMessageContainingAll("ends at position 2", "at position 3");
    }

    @Test
    void another_servers_log_is_told() throws Exception {
        try (OpenedCopy node = open("node")) {
            node.store().publish(notes("notebook", 3));
        }
        restart("DELETE FROM events");
        try (OpenedCopy other = open("other")) {
            other.store().publish(notes("notebook", 4));
        }

        assertThatThrownBy(() -> open("node")).isInstanceOf(OtherLog.class).hasMessageContaining("position 3");
    }

    @Test
    void what_the_server_lost_is_given_back() throws Exception {
        LogHead head;
        try (OpenedCopy node = open("node")) {
            node.store().publish(notes("notebook", 1_500));
            head = LogHead.of(node.log());
        }
        restart("DELETE FROM events WHERE token >= 700");
        try (SqliteLog copy = SharedStores.log(folder.resolve("node"), server.address())) {
            copy.open();
            copy.connect();

            assertThat(copy.giveBack(position -> {})).isEqualTo(800);
        }
        try (OpenedCopy other = open("other")) {
            assertThat(LogHead.of(other.log())).isEqualTo(head);
        }
    }

    @Test
    void an_event_that_was_changed_or_lost_in_the_server_is_found_by_its_position() throws Exception {
        try (OpenedCopy node = open("node")) {
            node.store().publish(notes("notebook", 20));
            assertThat(verified(node))
                    .isEqualTo(new ChainReport(
                            true, 1, 20, node.log().at(20).orElseThrow().hashHex(), null, null));

            restart("UPDATE events SET event = (SELECT event FROM events WHERE token = 3) WHERE token = 11");
            awaitRefreshed(node.copy());
            assertThat(verified(node).firstBad()).isEqualTo(12);
            assertThat(verified(node).reason()).isEqualTo("SERVER: another event");

            restart("DELETE FROM events WHERE token = 8");
            awaitRefreshed(node.copy());
            assertThat(verified(node).firstBad()).isEqualTo(9);
            assertThat(verified(node).reason()).isEqualTo("SERVER: no such event");

            restart("DELETE FROM events WHERE token >= 5");
            assertThat(node.log().verify(1, 5).verified()).isTrue();
            assertThat(verified(node).firstBad()).isEqualTo(6);
        }
    }

    private static ChainReport verified(OpenedCopy node) {
        return node.log().verify(1, Long.MAX_VALUE);
    }
}
