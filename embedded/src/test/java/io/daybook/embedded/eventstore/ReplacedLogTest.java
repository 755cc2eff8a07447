package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.log.LoggedEvent;
import io.daybook.embedded.log.ChainWalk;
import io.daybook.embedded.log.NewLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that another one takes the place of, or that goes on as another did. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // opened before each test
class ReplacedLogTest {

    @TempDir
    private Path one;

    @TempDir
    private Path two;

    private SqliteLog origin;
    private SqliteLog copy;

    @BeforeEach
    void open() {
        origin = Logs.open(one);
        copy = Logs.open(two);
        append(origin, "a", 6);
    }

    @AfterEach
    void close() {
        origin.close();
        copy.close();
    }

    private static void append(SqliteLog log, String aggregate, int count) {
        long from = log.lastSequence(aggregate).orElse(-1L) + 1;
        List<EventMessage<?>> events = LongStream.range(from, from + count)
                .<EventMessage<?>>mapToObj(sequence -> note(aggregate, sequence))
                .toList();
        Logs.engine(log).appendEvents(events);
    }

    private static List<String> picture(SqliteLog log) {
        try (var events = log.read(EventFilter.ALL)) {
            return events.map(event ->
                            event.position() + event.id() + event.moment() + event.metadata() + event.hashHex())
                    .toList();
        }
    }

    private List<LoggedEvent> events(long after) {
        try (var events = origin.read(EventFilter.ALL.after(after))) {
            return events.toList();
        }
    }

    private NewLog fresh() throws Exception {
        return fresh(events(0));
    }

    private NewLog fresh(List<LoggedEvent> events) throws Exception {
        NewLog fresh = NewLog.beside(two.resolve("events.db"));
        for (LoggedEvent event : events) fresh.add(event);
        assertThat(fresh.outOfSequence()).isEmpty();
        fresh.finish();
        return fresh;
    }

    @Test
    @Tag("ops-5.restore.rename")
    void a_new_log_takes_the_place_of_an_empty_one_under_those_who_read_it() throws Exception {
        append(copy, "b", 1);
        assertThat(copy.at(1)).isPresent();

        try (NewLog fresh = fresh()) {
            assertThat(copy.replaceBy(fresh)).isTrue();
        }

        assertThat(picture(copy)).isEqualTo(picture(origin));
        assertThat(copy.head()).isEqualTo(6);
        assertThat(copy.verify(1, 6).verified()).isTrue();
        append(copy, "a", 1);
        copy.close();
        copy = Logs.open(two);
        assertThat(copy.head()).isEqualTo(7);
        assertThat(copy.verify(1, 7).verified()).isTrue();
        assertThat(two.resolve("events-new.db")).doesNotExist();
    }

    @Test
    void streams_show_the_new_events_and_not_what_was_remembered() throws Exception {
        append(copy, "b", 1);
        try (NewLog fresh = fresh()) {
            copy.replaceBy(fresh);
        }

        try (var stream = Logs.store(copy).openStream(null)) {
            assertThat(stream.nextAvailable().getIdentifier())
                    .isEqualTo(origin.at(1).orElseThrow().id());
        }
    }

    @Test
    void a_log_with_more_than_its_first_event_stays() throws Exception {
        append(copy, "b", 2);
        List<String> before = picture(copy);

        try (NewLog fresh = fresh()) {
            assertThat(copy.replaceBy(fresh)).isFalse();
        }

        assertThat(picture(copy)).isEqualTo(before);
        append(copy, "b", 1);
        assertThat(copy.head()).isEqualTo(3);
    }

    @Test
    @Tag("ops-5.restore.rename")
    void what_is_left_of_a_new_log_is_gone_at_the_next_start() throws Exception {
        NewLog fresh = fresh();
        copy.close();

        copy = Logs.open(two);

        assertThat(copy.head()).isZero();
        try (var files = Files.list(two)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("events-new"));
        }
        fresh.close();
    }

    @Test
    void a_log_goes_on_as_another_did_or_not_at_all() throws Exception {
        byte[] before = origin.at(6).orElseThrow().hash();
        try (NewLog fresh = fresh()) {
            copy.replaceBy(fresh);
        }
        append(origin, "a", 2);
        append(origin, "c", 3);
        List<LoggedEvent> rest = events(6);

        assertThat(copy.extend(5, before, log -> {})).isFalse();
        assertThat(copy.extend(6, new byte[32], log -> {})).isFalse();
        assertThatThrownBy(() -> copy.extend(6, before, log -> {
                    log.add(rest.getFirst());
                    throw new SQLException("the disk is full");
                }))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(copy.head()).isEqualTo(6);
        assertThat(copy.extend(6, before, log -> {
                    for (LoggedEvent event : rest) log.add(event);
                }))
                .isTrue();

        assertThat(picture(copy)).isEqualTo(picture(origin));
        assertThat(copy.verify(1, 11).verified()).isTrue();
    }

    @Test
    void points_of_a_copy_are_found_as_in_the_origin() throws Exception {
        EventFilter project = new EventFilter(0, Long.MAX_VALUE, null, Set.of(), new Origin("1", null, null));
        Points.append(origin, LongStream.range(0, 2_400).mapToObj(Points::entry).toList());
        List<LoggedEvent> rest = events(6);

        try (NewLog fresh = fresh(events(0).subList(0, 1_700))) {
            copy.replaceBy(fresh);
        }
        assertThat(copy.verify(1, 1_700).verified()).isTrue();
        copy.extend(1_700, copy.at(1_700).orElseThrow().hash(), log -> {
            for (LoggedEvent event : rest) if (event.position() > 1_700) log.add(event);
        });

        assertThat(copy.verify(1, 2_406).verified()).isTrue();
        assertThat(copy.read(project).map(LoggedEvent::position))
                .containsExactlyElementsOf(
                        origin.read(project).map(LoggedEvent::position).toList())
                .hasSizeGreaterThan(600);
    }

    @Test
    void an_event_that_does_not_follow_is_refused() throws Exception {
        try (NewLog fresh = NewLog.beside(two.resolve("events.db"))) {
            assertThatThrownBy(() -> fresh.add(events(0).get(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("chain");
        }
        var walk = new ChainWalk(0, new byte[32]);
        assertThat(walk.follows(events(0).get(1))).isFalse();
        assertThat(events(0)).allMatch(walk::follows);
        assertThat(walk.follows(events(0).getLast())).isFalse();
    }
}
