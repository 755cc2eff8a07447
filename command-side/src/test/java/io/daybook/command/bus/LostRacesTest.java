package io.daybook.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.Freshness;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.command.Deciding;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Nodes that decide on one store, and do not wait for each other. */
class LostRacesTest {

    private static final LeaseIds EIGHT = new LeaseIds(SequenceName.ITERATION, 8);
    private static final Consumer<Runnable> LOST = append -> {
        throw new ConcurrencyException("another node was first");
    };

    private final AtomicInteger learnt = new AtomicInteger();
    private final AtomicReference<Runnable> learning = new AtomicReference<>(learnt::incrementAndGet);
    private final Freshness others = () -> learning.get().run();

    /** In a thread of its own, as another process would. */
    private static void writes(Deciding other) {
        CompletableFuture.runAsync(() -> other.when(EIGHT)).join();
    }

    @Test
    void a_command_that_comes_second_is_decided_again_on_what_the_first_has_written() {
        try (Deciding node = new Deciding(others);
                Deciding other = node.beside()) {
            node.when(EIGHT);
            node.nextAppend(append -> {
                writes(other);
                throw new ConcurrencyException("another node was first");
            });

            assertThat(node.<Lease>when(EIGHT)).isEqualTo(new Lease(17, 24));
            assertThat(learnt).hasValue(1);
            assertThat(node.events()).hasSize(3);
        }
    }

    @Test
    void who_is_second_to_create_something_finds_it_there() {
        try (Deciding node = new Deciding(others);
                Deciding other = node.beside()) {
            node.nextAppend(append -> {
                writes(other);
                throw new AggregateStreamCreationException("another node was first");
            });

            assertThat(node.<Lease>when(EIGHT)).isEqualTo(new Lease(9, 16));
        }
    }

    @Test
    void what_another_node_has_written_makes_what_is_cached_stale() {
        try (Deciding node = new Deciding(others);
                Deciding other = node.beside()) {
            node.when(EIGHT);
            other.when(EIGHT);

            assertThat(node.<Lease>when(EIGHT)).isEqualTo(new Lease(17, 24));
            assertThat(other.<Lease>when(EIGHT)).isEqualTo(new Lease(25, 32));
        }
    }

    @Test
    void who_always_loses_is_refused_in_the_end() {
        try (Deciding node = new Deciding(others)) {
            learning.set(() -> {
                learnt.incrementAndGet();
                node.nextAppend(LOST);
            });
            node.nextAppend(LOST);

            assertThat(node.refusalOf(EIGHT)).isEqualTo(Refusal.OVERLOADED);
            assertThat(learnt).hasValueBetween(5, 50);
        }
    }

    @Test
    void who_cannot_learn_what_others_have_written_is_told_so() {
        try (Deciding node = new Deciding(others)) {
            learning.set(() -> {
                throw new EventStoreException("away");
            });
            node.nextAppend(LOST);

            assertThat(node.refusalOf(EIGHT)).isEqualTo(Refusal.STORE_UNAVAILABLE);
            assertThat(node.events()).isEmpty();
        }
    }

    @Test
    void a_process_that_is_alone_decides_once() {
        try (Deciding alone = new Deciding()) {
            alone.nextAppend(LOST);

            assertThat(alone.refusalOf(EIGHT)).isEqualTo(Refusal.OVERLOADED);
            assertThat(alone.<Lease>when(EIGHT)).isEqualTo(new Lease(1, 8));
        }
    }
}
