package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeighedSourceTest {

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine(1))
            .build();

    @AfterEach
    void stop() {
        store.shutDown();
    }

    @Test
    void a_batch_ends_when_it_is_heavy_enough() throws InterruptedException {
        for (int i = 0; i < 5; i++) store.publish(GenericEventMessage.asEventMessage("event " + i));

        try (BlockingStream<TrackedEventMessage<?>> stream =
                new WeighedSource(store, event -> 10, 20, full -> {}).openStream(null)) {
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            stream.nextAvailable();
            assertThat(stream.peek()).isPresent();
            stream.nextAvailable();
            assertThat(stream.peek()).isEmpty();

            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo("event 2");
        }
    }

    @Test
    void what_comes_before_a_batch_learns_whether_others_wait_already() throws InterruptedException {
        for (int i = 0; i < 3; i++) store.publish(GenericEventMessage.asEventMessage("event " + i));
        List<Boolean> full = new ArrayList<>();

        try (BlockingStream<TrackedEventMessage<?>> stream =
                new WeighedSource(store, event -> 10, 20, full::add).openStream(null)) {
            stream.hasNextAvailable(20, TimeUnit.SECONDS);
            stream.nextAvailable();
            stream.nextAvailable();
            assertThat(stream.hasNextAvailable()).as("asked after the batch").isTrue();
            stream.hasNextAvailable(20, TimeUnit.SECONDS);
            stream.nextAvailable();
            stream.hasNextAvailable(1, TimeUnit.MILLISECONDS);
        }

        assertThat(full).containsExactly(false, true, false);
    }
}
