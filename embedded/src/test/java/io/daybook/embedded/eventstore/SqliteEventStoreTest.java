package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.log.ReadsAhead;
import io.daybook.api.message.Meta;
import io.daybook.testkit.eventstore.EventStoreContract;
import io.daybook.testkit.eventstore.StoreUnderTest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class SqliteEventStoreTest extends EventStoreContract {

    @Override
    protected StoreUnderTest stores() {
        return new SqliteStoreUnderTest();
    }

    @Test
    void leaves_the_position_of_the_last_event_in_the_unit_of_work() {
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        unit.execute(() -> {
            store().publish(note("one", 0));
            store().publish(note("two", 0));
        });

        assertThat(unit.resources()).containsEntry(Meta.ANSWERED_AT, 2L);
    }

    @Test
    void a_stream_shows_nothing_beyond_its_page() throws Exception {
        var wide = "x".repeat(1 << 20);
        for (int i = 0; i < 6; i++) store().publish(GenericEventMessage.asEventMessage(wide));

        try (var stream = store().openStream(null)) {
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 4; i++) stream.nextAvailable();

            assertThat(stream.peek()).as("four events of a megabyte are a page").isEmpty();
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(stream.peek()).isPresent();
        }
    }

    /** Short events come from memory, long ones from the file. */
    @Test
    void a_stream_has_every_event_in_order_wherever_it_comes_from() throws Exception {
        for (int i = 0; i < 600; i++) store().publish(event(i, i % 7 == 0 ? 5_000 : 10));

        try (var stream = store().openStream(null)) {
            for (int i = 0; i < 600; i++) {
                assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
                var next = stream.nextAvailable();
                assertThat(next.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(i + 1L));
                assertThat(((DomainEventMessage<?>) next).getSequenceNumber()).isEqualTo(i);
            }
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void an_event_from_memory_is_as_it_is_in_the_file() throws Exception {
        store().publish(event(0, 10).andMetaData(Map.of("actor", "1")));

        try (var stream = store().openStream(null)) {
            var kept = stream.nextAvailable();
            var stored = store().readEvents("notebook").next();
            assertThat(kept.getPayload()).isEqualTo(stored.getPayload());
            assertThat(kept.getIdentifier()).isEqualTo(stored.getIdentifier());
            assertThat(kept.getMetaData()).isEqualTo(stored.getMetaData());
        }
    }

    @Test
    void what_is_read_ahead_is_prepared_on_another_thread_before_its_turn_comes() throws Exception {
        var wide = "x".repeat(1 << 20);
        for (int i = 0; i < 10; i++) store().publish(GenericEventMessage.asEventMessage(wide));
        Map<String, Thread> prepared = new ConcurrentHashMap<>();

        try (var stream = ((ReadsAhead) store())
                .openStream(null, event -> prepared.put(event.getIdentifier(), Thread.currentThread()))) {
            for (int i = 0; i < 10; i++) {
                var event = stream.nextAvailable();
                assertThat(event.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(i + 1L));
                if (i < 4) assertThat(prepared).doesNotContainKey(event.getIdentifier());
                else assertThat(prepared.get(event.getIdentifier())).isNotNull().isNotEqualTo(Thread.currentThread());
            }
        }
    }

    @Test
    void what_could_not_be_prepared_is_told_to_who_reads_and_read_again() throws Exception {
        var wide = "x".repeat(1 << 20);
        for (int i = 0; i < 6; i++) store().publish(GenericEventMessage.asEventMessage(wide));
        AtomicBoolean failing = new AtomicBoolean(true);

        try (var stream = ((ReadsAhead) store()).openStream(null, event -> {
            if (failing.getAndSet(false)) throw new IllegalStateException("planted");
        })) {
            for (int i = 0; i < 4; i++) stream.nextAvailable();

            assertThatThrownBy(stream::nextAvailable).hasMessage("planted");
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(5));
        }
    }

    private static DomainEventMessage<String> event(long sequence, int length) {
        return new GenericDomainEventMessage<>("notebook", "notebook", sequence, "x".repeat(length));
    }
}
