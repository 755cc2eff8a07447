package io.daybook.axonserver;

import static io.daybook.testkit.eventstore.Notes.note;
import static io.daybook.testkit.eventstore.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.log.LogHead;
import io.daybook.api.refusal.Unavailable;
import io.daybook.axonserver.SharedStores.OpenedCopy;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of several nodes, on one server that is there all the time. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // filled before each test
class CopiesTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private AxonServer server;

    @BeforeEach
    void start() {
        server = AxonServer.orReal(AxonServerSettings.in(folder.resolve("server")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OpenedCopy open(String name) {
        return SharedStores.open(folder.resolve(name), server.address());
    }

    @Test
    void a_node_that_comes_late_or_back_has_everything() {
        try (OpenedCopy first = open("first")) {
            first.store().publish(notes("before", 2_000));
            open("second").close();
            first.store().publish(notes("meanwhile", 10));

            try (OpenedCopy second = open("second");
                    OpenedCopy third = open("third")) {
                assertThat(LogHead.of(second.log())).isEqualTo(LogHead.of(first.log()));
                assertThat(LogHead.of(third.log())).isEqualTo(LogHead.of(first.log()));
            }
        }
    }

    /** It would go on with a hole in what it knows. */
    @Test
    void a_node_that_does_not_understand_an_event_says_that_it_does_not_know_it() {
        try (OpenedCopy other = open("other");
                SqliteLog node = SharedStores.log(folder.resolve("node"), server.address())) {
            node.open();
            node.connect();
            node.follow(event -> {
                if (event.sequence() == 1) throw new IllegalStateException("a defect");
            });
            other.store().publish(note("notebook", 0));
            node.refresh(LONG);

            other.store().publish(note("notebook", 1));
            assertThatThrownBy(() -> node.refresh(SHORT))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("position 1 of the shared log, and not yet 2");
        }
    }
}
