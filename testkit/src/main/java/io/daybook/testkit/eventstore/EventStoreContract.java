package io.daybook.testkit.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static io.daybook.testkit.eventstore.Notes.notes;
import static io.daybook.testkit.eventstore.Notes.publishTogether;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Axon's own suite leaves out: many threads, groups of appends, and stores that are closed and opened. */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // filled before each test
public abstract class EventStoreContract {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    protected Path home;

    protected StoreUnderTest.Opened opened;

    protected abstract StoreUnderTest stores();

    @BeforeEach
    void open_store() {
        opened = stores().open(home);
    }

    @AfterEach
    void close_store() {
        opened.close();
    }

    @Test
    @Tag("ops-0.position")
    void appends_of_many_threads_are_in_the_log_once_each_without_a_gap() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Threads.run(thread -> {
            for (var note : notes("notebook-" + thread, 100)) {
                store().publish(note);
                acknowledged.add(note.getIdentifier());
            }
        });

        List<LoggedEvent> log = log();
        assertThat(log).extracting(LoggedEvent::id).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(log).extracting(LoggedEvent::position).isEqualTo(numbers(1, Threads.COUNT * 100));
        assertVerified();
    }

    @Test
    void an_aggregates_events_are_logged_in_the_order_of_their_sequence() throws Exception {
        Threads.run(thread -> notes("notebook-" + thread, 50).forEach(store()::publish));

        var filter = new EventFilter(0, Long.MAX_VALUE, "notebook-3", Set.of());
        try (var events = opened.log().read(filter)) {
            assertThat(events.map(LoggedEvent::sequence).toList()).isEqualTo(numbers(0, 49));
        }
    }

    @Test
    void of_those_who_append_the_same_sequence_one_succeeds_and_harms_no_neighbour() throws Exception {
        var winners = new AtomicInteger();
        Threads.run(thread -> {
            for (int i = 0; i < 50; i++) {
                store().publish(note("own-" + thread, i));
                if (succeeds(note("contested", i))) winners.incrementAndGet();
            }
        });

        assertThat(winners).hasValue(50);
        assertThat(opened.log().head()).isEqualTo(50 * (Threads.COUNT + 1));
        assertVerified();
    }

    @Test
    void a_unit_of_work_over_two_aggregates_is_written_whole() {
        publishTogether(store(), note("left", 0), note("right", 0));

        assertThat(sizeOf("left")).isEqualTo(1);
        assertThat(sizeOf("right")).isEqualTo(1);
    }

    @Test
    void a_unit_of_work_over_two_aggregates_is_not_written_in_part() {
        store().publish(notes("right", 2));

        assertThatThrownBy(() -> publishTogether(store(), note("left", 0), note("right", 1)))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(sizeOf("left")).isZero();
        assertThat(opened.log().head()).isEqualTo(2);
        assertVerified();
    }

    @Test
    void refuses_to_create_an_aggregate_twice() {
        store().publish(note("one", 0));

        assertThatThrownBy(() -> store().publish(note("one", 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(opened.log().head()).isEqualTo(1);
    }

    @Test
    void a_stream_at_the_tail_sees_every_event_in_order_while_others_append() throws Exception {
        int expected = Threads.COUNT * 100;
        var follower = Executors.newSingleThreadExecutor();
        try (follower) {
            var seen = follower.submit(() -> follow(null, expected));
            Threads.run(thread -> notes("notebook-" + thread, 100).forEach(store()::publish));

            assertThat(seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(log().stream().map(LoggedEvent::id).toList());
        }
    }

    @Test
    void a_stream_goes_on_after_its_token() throws Exception {
        store().publish(notes("one", 5));
        TrackingToken head = store().createHeadToken();
        var later = note("one", 5);
        store().publish(later);

        assertThat(follow(head, 1)).containsExactly(later.getIdentifier());
        assertThat(follow(store().createTailToken(), 6)).hasSize(6);
    }

    @Test
    void an_aggregate_can_be_read_while_others_append() throws Exception {
        store().publish(notes("steady", 300));

        Threads.run(thread -> {
            for (int i = 0; i < 20; i++) {
                store().publish(note("busy-" + thread, i));
                assertThat(sizeOf("steady")).isEqualTo(300);
            }
        });
    }

    @Test
    void positions_and_chain_go_on_after_reopening() {
        store().publish(notes("one", 3));
        reopen();
        store().publish(note("one", 3));

        assertThat(log()).extracting(LoggedEvent::position).containsExactly(1L, 2L, 3L, 4L);
        assertVerified();
    }

    @Test
    void what_was_acknowledged_before_a_kill_is_there_after_it_and_every_unit_of_work_whole() throws Exception {
        opened.close();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 3; round++) {
            acknowledged.addAll(KilledProcess.run(stores(), home, "round-" + round));
        }
        opened = stores().open(home);

        List<LoggedEvent> log = log();
        assertThat(log).extracting(LoggedEvent::id).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(log).extracting(LoggedEvent::position).isEqualTo(numbers(1, log.size()));
        assertThat(sizes(log, Appender.LEFT)).isEqualTo(sizes(log, Appender.RIGHT));
        assertVerified();
    }

    private static Map<String, Long> sizes(List<LoggedEvent> log, String side) {
        return log.stream()
                .map(event -> String.valueOf(event.aggregateId()))
                .filter(notebook -> notebook.endsWith(side))
                .collect(groupingBy(notebook -> notebook.replace(side, ""), counting()));
    }

    protected EventStore store() {
        return opened.store();
    }

    protected void reopen() {
        opened.close();
        opened = stores().open(home);
    }

    protected List<LoggedEvent> log() {
        try (var events = opened.log().read(EventFilter.ALL)) {
            return events.toList();
        }
    }

    protected void assertVerified() {
        assertThat(opened.log().verify(1, opened.log().head()))
                .satisfies(report ->
                        assertThat(report.verified()).as(report.toString()).isTrue());
    }

    /** The ids of the next {@code count} events. */
    protected List<String> follow(@Nullable TrackingToken from, int count) throws InterruptedException {
        var ids = new ArrayList<String>();
        try (var stream = store().openStream(from)) {
            while (ids.size() < count && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> next = stream.nextAvailable();
                ids.add(next.getIdentifier());
            }
        }
        return ids;
    }

    private long sizeOf(String notebook) {
        return store().readEvents(notebook).asStream().count();
    }

    private boolean succeeds(EventMessage<?> event) {
        try {
            store().publish(event);
            return true;
        } catch (AggregateStreamCreationException | ConcurrencyException lost) {
            return false;
        }
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
