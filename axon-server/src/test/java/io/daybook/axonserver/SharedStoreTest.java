package io.daybook.axonserver;

import static io.daybook.testkit.eventstore.Notes.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.LogHead;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.eventstore.EventStoreContract;
import io.daybook.testkit.eventstore.StoreUnderTest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our own suite for event stores, over the connector. */
class SharedStoreTest extends EventStoreContract {

    private @Nullable AxonServer server;

    /** After the suite has closed its store. */
    @RegisterExtension
    final AfterEachCallback stop = test -> {
        if (server != null) server.close();
    };

    @Override
    protected StoreUnderTest stores() {
        if (server == null) {
            server = AxonServer.orReal(AxonServerSettings.in(home.resolve("server")));
            SharedStores.tell(home, server.address());
        }
        return new SharedStores();
    }

    /** What one node appends is told to the other before it counts as known there. */
    @Test
    void another_node_knows_what_was_acknowledged_here() {
        String address = Objects.requireNonNull(server).address();
        try (var other = SharedStores.open(home.resolve("other"), address)) {
            for (int i = 0; i < 20; i++) {
                store().publish(notes("notebook-" + i, 3));

                other.copy().refresh(Duration.ofSeconds(20));
                assertThat(other.store().readEvents("notebook-" + i).asStream().count())
                        .isEqualTo(3);
            }
            assertThat(LogHead.of(other.log())).isEqualTo(LogHead.of(opened.log()));
        }
    }
}
