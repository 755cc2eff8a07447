package io.daybook.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which index SQLite finds events. */
@SuppressWarnings("NullAway.Init") // made before each test
class SelectionTest {

    private static final String RANGE = " AND rowid>? AND rowid<?)";

    @TempDir
    private Path home;

    private EventsFile file;

    @BeforeEach
    void make_a_log() throws SQLException {
        file = new EventsFile(home.resolve("events.db"), false);
        file.openForWriting().close();
    }

    private static EventFilter filter(
            Set<String> types, @Nullable String project, @Nullable String actor, @Nullable String via) {
        return new EventFilter(0, Long.MAX_VALUE, null, types, new Origin(project, actor, via));
    }

    private List<String> plan(List<Selection> selections) throws SQLException {
        String sql = selections.stream().map(Selection::sql).collect(Collectors.joining(" UNION ALL "));
        List<String> plan = new ArrayList<>();
        try (Connection connection = file.openForReading();
                PreparedStatement explained =
                        connection.prepareStatement("EXPLAIN QUERY PLAN " + sql + " ORDER BY 1 LIMIT 10");
                ResultSet steps = explained.executeQuery()) {
            while (steps.next()) plan.add(steps.getString("detail"));
        }
        return plan;
    }

    @Test
    void a_project_or_a_user_is_found_by_its_index_in_the_order_of_the_log() throws SQLException {
        assertThat(plan(Selection.of(filter(Set.of(), "3", null, null), false)))
                .containsExactly("SEARCH events USING INDEX events_by_project (project=?" + RANGE);
        assertThat(plan(Selection.of(filter(Set.of(), null, "1", "crayon"), false)))
                .containsExactly("SEARCH events USING INDEX events_by_actor (actor=?" + RANGE);
        assertThat(plan(Selection.of(filter(Set.of(), "3", "1", "crayon"), false)))
                .containsExactly("SEARCH events USING INDEX events_by_project (project=?" + RANGE);
    }

    @Test
    void few_events_are_looked_at_whatever_their_types() throws SQLException {
        assertThat(plan(Selection.of(filter(Set.of("A", "B", "ScalarsLogged"), "3", null, null), true)))
                .containsExactly("SEARCH events USING INDEX events_by_project (project=?" + RANGE);
    }

    @Test
    void of_a_thing_with_many_points_the_rest_is_found_by_its_type() throws SQLException {
        EventFilter corrections = new EventFilter(0, Long.MAX_VALUE, "iteration-7", Set.of("A", "B"));

        assertThat(Selection.isLedByTypes(corrections)).isTrue();
        assertThat(plan(Selection.of(corrections, false)))
                .anyMatch(step -> step.contains("events_by_type (type=?" + RANGE))
                .noneMatch(step -> step.contains("SCAN") || step.contains("events_by_aggregate"));
        assertThat(Selection.isLedByTypes(filter(Set.of("A", "ScalarsLogged"), null, null, null)))
                .isFalse();
        assertThat(Selection.isLedByTypes(filter(Set.of(), null, null, null))).isFalse();
    }

    @Test
    void of_many_events_each_type_is_found_by_its_index_and_points_by_their_project() throws SQLException {
        List<String> plan = plan(Selection.of(filter(Set.of("A", "ScalarsLogged"), "3", null, null), false));

        assertThat(plan)
                .anyMatch(step -> step.contains("events_by_type (type=?" + RANGE))
                .anyMatch(step -> step.contains("events_by_project (project=?" + RANGE))
                .noneMatch(step -> step.contains("SCAN"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    @Test
    void whether_they_are_few_is_counted_by_the_same_index() throws SQLException {
        assertThat(plan(List.of(Selection.probe(new Origin("3", "1", null)).orElseThrow())))
                .contains("SEARCH events USING INDEX events_by_project (project=?" + RANGE);
        assertThat(Selection.probe(new Origin(null, null, "crayon"))).isEmpty();
    }
}
