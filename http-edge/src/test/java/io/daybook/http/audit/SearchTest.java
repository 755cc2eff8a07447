package io.daybook.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.http.ListedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final EventFilter BY_OPS =
            new EventFilter(0, Long.MAX_VALUE, null, Set.of(), new Origin(null, null, "ops"));

    private final ListedLog log = new ListedLog();

    /** One in so many comes from operators, who are few. */
    private void fill(int events, int rare) {
        IntStream.rangeClosed(1, events)
                .forEach(i -> log.add("ScalarsLogged", "{}", Map.of("via", i % rare == 0 ? "ops" : "series")));
    }

    private static List<Long> found(Search search) {
        List<Long> positions = new ArrayList<>();
        while (search.hasNext()) positions.add(search.next().position());
        return positions;
    }

    @Test
    void everything_is_found_and_no_question_is_about_all_of_a_long_log() {
        fill(60_000, 25_000);

        try (Search search = new Search(log, BY_OPS, Duration.ofHours(1))) {
            assertThat(found(search)).containsExactly(25_000L, 50_000L);
            assertThat(search.isOver()).isTrue();
        }
        assertThat(log.filters).hasSizeGreaterThan(1).allSatisfy(asked -> assertThat(asked.upTo() - asked.after())
                .isLessThan(40_000));
    }

    @Test
    void a_search_that_is_late_says_how_far_it_came_and_goes_on_from_there() {
        fill(60_000, 25_000);
        List<Long> all = new ArrayList<>();
        long after = 0;
        int searches = 0;

        for (boolean over = false; !over; searches++) {
            try (Search search = new Search(log, BY_OPS.after(after), Duration.ZERO)) {
                all.addAll(found(search));
                over = search.isOver();
                assertThat(search.reached()).isGreaterThan(after);
                after = search.reached();
            }
        }

        assertThat(all).containsExactly(25_000L, 50_000L);
        assertThat(searches).isGreaterThan(1);
        assertThat(after).isEqualTo(60_000);
    }

    @Test
    void what_is_appended_meanwhile_is_left_to_the_next_search() {
        fill(2, 1);

        try (Search search = new Search(log, BY_OPS, Duration.ofHours(1))) {
            fill(1, 1);
            assertThat(found(search)).containsExactly(1L, 2L);
        }
    }

    @Test
    void a_thing_is_found_by_one_question_however_long_the_log_is() {
        fill(60_000, 25_000);

        try (Search search =
                new Search(log, new EventFilter(0, Long.MAX_VALUE, "thing-40000", Set.of()), Duration.ZERO)) {
            assertThat(found(search)).containsExactly(40_000L);
        }
        assertThat(log.filters).hasSize(1);
    }

    @Test
    void nothing_is_asked_about_nothing() {
        try (Search search = new Search(log, BY_OPS, Duration.ZERO)) {
            assertThat(search.hasNext()).isFalse();
            assertThat(search.isOver()).isTrue();
        }
        assertThat(log.filters).isEmpty();
    }
}
