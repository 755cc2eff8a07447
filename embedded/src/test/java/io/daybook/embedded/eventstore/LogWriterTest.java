package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.embedded.log.EventsFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to appends when the writer is held up, or the disk is full. */
@Timeout(60)
class LogWriterTest {

    @TempDir
    private Path home;

    @Test
    void appends_that_waited_together_are_one_group_and_one_refusal_harms_no_other() throws Exception {
        try (SqliteLog log = open(100, Duration.ofSeconds(30))) {
            List<CompletableFuture<@Nullable Throwable>> results = new ArrayList<>();
            try (var held = hold()) {
                results.add(append(log, note("first", 0)));
                for (int i = 0; i < 20; i++) results.add(append(log, note("notebook-" + i, 0), note("other-" + i, 0)));
                results.add(append(log, note("fresh", 0), note("notebook-7", 0)));
            }

            var failures = outcomes(results).filter(failure -> failure != null).toList();
            assertThat(failures).singleElement().isInstanceOf(AggregateStreamCreationException.class);
            assertThat(log.head()).isBetween(41L, 42L);
            assertThat(log.verify(1, log.head()).verified()).isTrue();
        }
    }

    @Test
    @Tag("ops-2.overload.never")
    void a_log_held_up_refuses_within_the_deadline_and_what_was_refused_is_never_written() throws Exception {
        try (SqliteLog log = open(2, Duration.ofMillis(300))) {
            try (var held = hold()) {
                var late = IntStream.range(0, 6).mapToObj(i -> append(log, note("late-" + i, 0)));

                assertThat(outcomes(late.toList()))
                        .allSatisfy(failure -> assertThat(failure).isInstanceOf(StoreUnavailable.class));
            }
            Logs.engine(log).appendEvents(note("after", 0));
            assertThat(log.read(EventFilter.ALL).map(LoggedEvent::aggregateId)).containsExactly("after");
        }
    }

    @Test
    @Tag("ops-5.honest.refused")
    void a_full_disk_fails_those_who_append_and_the_log_heals_when_there_is_room() throws Exception {
        var file = new SmallFile(home.resolve("events.db"));
        try (SqliteLog log = new SqliteLog(settings(100, Duration.ofSeconds(30)), file)) {
            log.open();
            Logs.engine(log).appendEvents(note("fits", 0));
            file.limit(true);
            long head = log.head();
            var results = IntStream.range(0, 5).mapToObj(i -> append(log, wide("wide-" + i)));

            assertThat(outcomes(results.toList())).doesNotHaveDuplicates().allSatisfy(failure -> assertThat(failure)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("FULL"));
            assertThat(log.head()).isEqualTo(head);

            file.limit(false);
            Logs.engine(log).appendEvents(wide("wide-1"));
            assertThat(log.head()).isEqualTo(head + 1);
            assertThat(log.verify(1, log.head()).verified()).isTrue();
        }
    }

    @Test
    void the_transaction_that_indexes_points_is_all_or_nothing() throws Exception {
        var file = new SmallFile(home.resolve("events.db"));
        try (SqliteLog log = new SqliteLog(settings(100, Duration.ofSeconds(30)), file)) {
            log.open();
            Points.append(log, 999);
            file.limit(true);
            assertThatThrownBy(() -> Points.append(log, 1))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("FULL");
            assertThat(log.head()).isEqualTo(999);

            file.limit(false);
            Points.append(log, 1);
            assertThat(log.head()).isEqualTo(1_000);
            assertThat(log.verify(1, 1_000).verified()).isTrue();
        }
    }

    @Test
    void a_log_whose_last_append_failed_is_asked_whether_the_next_one_would() throws Exception {
        var file = new SmallFile(home.resolve("events.db"));
        try (SqliteLog log = new SqliteLog(settings(100, Duration.ofSeconds(30)), file)) {
            log.open();
            file.limit(true);
            assertThat(append(log, wide("wide")).get(40, TimeUnit.SECONDS)).isInstanceOf(StoreUnavailable.class);

            file.gone = true;
            assertThatThrownBy(log::probe).isInstanceOf(StoreUnavailable.class).hasMessageContaining("out of reach");
            assertThatThrownBy(log::probe).isInstanceOf(StoreUnavailable.class);

            file.gone = false;
            file.limit(false);
            log.probe();
            Logs.engine(log).appendEvents(wide("wide"));
            assertThat(log.head()).isEqualTo(1);
            assertThat(log.verify(1, 1).verified()).isTrue();
        }
    }

    @Test
    void groups_are_told_of_with_what_is_in_them() throws Exception {
        List<GroupObserver.Group> groups = Collections.synchronizedList(new ArrayList<>());
        LongAdder failed = new LongAdder();
        try (SqliteLog log = new SqliteLog(settings(100, Duration.ofSeconds(30)), observer(groups, failed))) {
            log.open();
            Logs.engine(log).appendEvents(note("a", 0), note("b", 0));
            log.close();
            assertThatThrownBy(() -> Logs.engine(log).appendEvents(note("c", 0)))
                    .isInstanceOf(StoreUnavailable.class);
        }

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.appends()).isEqualTo(1);
            assertThat(group.events()).isEqualTo(2);
            assertThat(group.bytes()).isPositive();
            assertThat(group.nanos()).isPositive();
        });
        assertThat(failed.sum()).isZero();
    }

    private static GroupObserver observer(List<GroupObserver.Group> groups, LongAdder failed) {
        return new GroupObserver() {
            @Override
            public void written(Group group) {
                groups.add(group);
            }

            @Override
            public void failed(int appends) {
                failed.add(appends);
            }
        };
    }

    @Test
    void closing_writes_what_was_accepted_and_refuses_the_rest() throws Exception {
        SqliteLog log = open(100, Duration.ofSeconds(30));
        List<CompletableFuture<@Nullable Throwable>> results;
        CompletableFuture<Void> closing;
        try (var held = hold()) {
            results = IntStream.range(0, 20)
                    .mapToObj(i -> append(log, note("notebook-" + i, 0)))
                    .toList();
            closing = CompletableFuture.runAsync(log::close);
        }
        var failures = outcomes(results).filter(failure -> failure != null).toList();
        closing.get(40, TimeUnit.SECONDS);

        assertThat(failures).allSatisfy(failure -> assertThat(failure).hasMessageContaining("closed"));
        try (SqliteLog again = Logs.open(home)) {
            assertThat(again.head()).isEqualTo(20 - failures.size());
        }
        assertThatThrownBy(() -> Logs.engine(log).appendEvents(note("late", 0))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    @Tag("ops-4.chain.metadata")
    void metadata_that_are_no_strings_are_refused_before_anything_is_written() {
        try (SqliteLog log = Logs.open(home)) {
            var event = note("a", 0).withMetaData(Map.of("actor", 7));

            assertThatThrownBy(() -> Logs.engine(log).appendEvents(event)).hasMessageContaining("'actor' is 7");
            assertThat(log.head()).isZero();
        }
    }

    private SqliteLog open(int queue, Duration deadline) {
        SqliteLog log = new SqliteLog(settings(queue, deadline));
        log.open();
        return log;
    }

    private SqliteLogSettings settings(int queue, Duration deadline) {
        return new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.FULL, queue, deadline);
    }

    /** Holds the writer up, as another writer of the file would, until it is closed. */
    private Connection hold() throws SQLException {
        Connection other = EventsFile.connect(home.resolve("events.db"));
        EventsFile.run(other, "BEGIN IMMEDIATE");
        return other;
    }

    /** Appends in a thread of its own; completes with the failure, or null. */
    private static CompletableFuture<@Nullable Throwable> append(SqliteLog log, EventMessage<?>... events) {
        return CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> Logs.engine(log).appendEvents(events)), task -> new Thread(task).start());
    }

    private static Stream<@Nullable Throwable> outcomes(List<CompletableFuture<@Nullable Throwable>> results) {
        return results.stream()
                .map(result -> result.orTimeout(40, TimeUnit.SECONDS).join());
    }

    private static EventMessage<?> wide(String notebook) {
        return new GenericDomainEventMessage<>("notebook", notebook, 0, "x".repeat(100_000));
    }

    /** A file that has no room for another page while it is full. */
    private static final class SmallFile extends EventsFile {

        volatile boolean gone;
        private boolean full;
        private @Nullable Connection last;

        SmallFile(Path path) {
            super(path, true);
        }

        @Override
        public synchronized Connection openForWriting() throws SQLException {
            if (gone) throw new SQLException("the disk is out of reach");
            last = super.openForWriting();
            if (full) limit(true);
            return last;
        }

        synchronized void limit(boolean now) throws SQLException {
            full = now;
            // No lower than what the file has already: so the next page is one too many.
            if (now && last != null) EventsFile.run(last, "PRAGMA max_page_count = 1");
        }
    }
}
