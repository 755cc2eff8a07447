package io.daybook.embedded.eventstore;

import static io.daybook.testkit.eventstore.Notes.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.log.LoggedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // opened before each test
class SqliteLogTest {

    @TempDir
    private Path home;

    private SqliteLog log;

    @BeforeEach
    void open() {
        log = Logs.open(home);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_empty_log_has_no_head_and_verifies() {
        assertThat(log.head()).isZero();
        assertThat(log.at(1)).isEmpty();
        assertThat(log.read(EventFilter.ALL)).isEmpty();
        assertThat(log.verify(1, 0).verified()).isTrue();
    }

    @Test
    void reads_the_positions_asked_for() {
        append("a", 10);

        assertThat(positions(new EventFilter(3, 6, null, Set.of()))).containsExactly(4L, 5L, 6L);
        assertThat(log.at(7)).map(LoggedEvent::sequence).contains(6L);
    }

    @Test
    void reads_one_aggregate_within_bounds() {
        append("a", 4);
        append("b", 4);
        appendFrom("a", 4, 2);

        assertThat(positions(new EventFilter(0, Long.MAX_VALUE, "a", Set.of())))
                .containsExactly(1L, 2L, 3L, 4L, 9L, 10L);
        assertThat(positions(new EventFilter(2, 9, "a", Set.of()))).containsExactly(3L, 4L, 9L);
        assertThat(positions(new EventFilter(0, Long.MAX_VALUE, "nobody", Set.of())))
                .isEmpty();
    }

    @Test
    @Tag("ops-4.events.filters")
    void reads_several_types_in_order() {
        append("a", 3);
        Logs.engine(log).appendEvents(new GenericEventMessage<>(17), new GenericEventMessage<>(18L));
        append("b", 1);

        assertThat(positions(types(null, "java.lang.Integer", "java.lang.String")))
                .containsExactly(1L, 2L, 3L, 4L, 6L);
        assertThat(positions(types(null, "java.lang.Long"))).containsExactly(5L);
        assertThat(positions(types("a", "java.lang.Long"))).isEmpty();
        assertThat(positions(types("a", "java.lang.String"))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void finds_the_few_of_a_type_among_the_many_of_one_aggregate() {
        int many = 5_000;
        append("a", many);
        append("b", 1);
        for (String notebook : List.of("a", "b"))
            Logs.engine(log)
                    .appendEvents(
                            new GenericDomainEventMessage<>("Notebook", notebook, notebook.equals("a") ? many : 1, 17));

        assertThat(positions(types("a", "java.lang.Integer"))).containsExactly(many + 2L);
        assertThat(positions(types("b", "java.lang.Integer"))).containsExactly(many + 3L);
        assertThat(positions(new EventFilter(many + 2, Long.MAX_VALUE, "a", Set.of("java.lang.Integer"))))
                .isEmpty();
    }

    @Test
    void pages_follow_one_another_without_a_seam() {
        append("a", 2_500);
        List<Long> all = LongStream.rangeClosed(1, 2_500).boxed().toList();

        assertThat(positions(EventFilter.ALL)).isEqualTo(all);
        assertThat(positions(new EventFilter(0, Long.MAX_VALUE, "a", Set.of()))).isEqualTo(all);
        assertThat(positions(types(null, "java.lang.String", "java.lang.Long"))).isEqualTo(all);
    }

    @Test
    void an_event_comes_back_as_it_was_given() {
        EventMessage<String> empty = new GenericDomainEventMessage<>("", "", 0, "");
        Logs.engine(log).appendEvents(empty);

        LoggedEvent logged = log.at(1).orElseThrow();
        assertThat(logged.aggregateType()).isEmpty();
        assertThat(logged.aggregateId()).isEmpty();
        assertThat(logged.revision()).isNull();
        assertThat(logged.payload()).asString().isEqualTo("\"\"");
        assertThat(log.verify(1, 1).verified()).isTrue();
    }

    @Test
    void wakes_those_who_wait_for_the_next_event() throws Exception {
        var woken = CompletableFuture.supplyAsync(() -> awaitBeyond(0, 30));
        append("a", 1);

        assertThat(woken.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(awaitBeyond(1, 0)).isFalse();
    }

    @Test
    @Tag("ops-4.verify")
    void a_part_of_the_chain_verifies_by_itself() {
        append("a", 20);

        var report = log.verify(7, 12);
        assertThat(report.verified()).isTrue();
        assertThat(report.hash())
                .isEqualTo(HexFormat.of().formatHex(log.at(12).orElseThrow().hash()));
    }

    @Test
    void a_cut_tail_and_a_gap_in_a_sequence_are_found() {
        append("a", 3);
        appendFrom("a", 5, 1);

        assertThat(log.verify(1, 3).verified()).isTrue();
        assertThat(log.verify(1, 4)).extracting("firstBad", "reason").containsExactly(4L, "SEQUENCE");
        assertThat(log.verify(3, 9).firstBad()).isEqualTo(4L);
        assertThat(log.verify(5, 9)).extracting("firstBad", "reason").containsExactly(5L, "MISSING");
    }

    private boolean awaitBeyond(long position, long seconds) {
        try {
            return log.awaitBeyond(position, Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void append(String notebook, int count) {
        appendFrom(notebook, 0, count);
    }

    private void appendFrom(String notebook, long from, int count) {
        Logs.engine(log)
                .appendEvents(LongStream.range(from, from + count)
                        .mapToObj(i -> note(notebook, i))
                        .toList());
    }

    @Test
    @Tag("ops-4.events.filters")
    void reads_what_a_project_a_user_or_a_door_has() {
        for (int i = 0; i < 60; i++) appendFrom("a", i, "project", "" + i % 3, "actor", "" + i % 5, "via", "v" + i % 2);

        assertThat(positions(from(new Origin("1", null, null)))).hasSize(20).startsWith(2L, 5L);
        assertThat(positions(from(new Origin("1", "3", null)))).containsExactly(14L, 29L, 44L, 59L);
        assertThat(positions(from(new Origin("1", "3", "v1")))).containsExactly(14L, 44L);
        assertThat(positions(from(new Origin(null, null, "v0")))).hasSize(30).startsWith(1L, 3L);
        assertThat(positions(from(new Origin("3", null, null)))).isEmpty();
    }

    @Test
    void a_filter_of_several_kinds_lets_through_what_passes_all_of_them() {
        for (int i = 0; i < 12; i++) appendFrom("a", i, "project", "" + i % 3);
        Set<String> texts = Set.of(String.class.getName());

        assertThat(positions(new EventFilter(3, 9, null, texts, new Origin("0", null, null))))
                .containsExactly(4L, 7L);
        assertThat(positions(new EventFilter(0, 9, "a", texts, new Origin("0", null, null))))
                .containsExactly(1L, 4L, 7L);
        assertThat(positions(new EventFilter(0, 9, "a", Set.of("other"), new Origin("0", null, null))))
                .isEmpty();
    }

    private static EventFilter from(Origin origin) {
        return new EventFilter(0, Long.MAX_VALUE, null, Set.of(), origin);
    }

    private void appendFrom(String notebook, long sequence, String... metadata) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < metadata.length; i += 2) named.put(metadata[i], metadata[i + 1]);
        Logs.engine(log).appendEvents(note(notebook, sequence).andMetaData(named));
    }

    private List<Long> positions(EventFilter filter) {
        try (var events = log.read(filter)) {
            return events.map(LoggedEvent::position).toList();
        }
    }

    private static EventFilter types(@Nullable String aggregate, String... types) {
        return new EventFilter(0, Long.MAX_VALUE, aggregate, Set.of(types));
    }
}
