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
    private static final String BY_PROJECT = "SEARCH events USING INDEX events_by_project (project=?" + RANGE;
    private static final String BY_ACTOR = "SEARCH events USING INDEX events_by_actor (actor=?" + RANGE;
    private static final String OF_PROJECT =
            "SEARCH points_by_project USING PRIMARY KEY (project=? AND position>? AND position<?)";
    private static final String OF_ACTOR =
            "SEARCH points_by_actor USING PRIMARY KEY (actor=? AND position>? AND position<?)";
    private static final String EVENT = "SEARCH events USING INTEGER PRIMARY KEY (rowid=?)";
    private static final String ONE_BY_ONE = "SEARCH events USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)";

    private static final Set<String> POINTS = Set.of("ScalarsLogged", "HistogramsLogged");

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
        return plan(sql + " ORDER BY 1 LIMIT 10");
    }

    private List<String> plan(String sql) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = file.openForReading();
                PreparedStatement explained = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet steps = explained.executeQuery()) {
            while (steps.next()) plan.add(steps.getString("detail"));
        }
        plan.removeIf(step -> List.of("MERGE (UNION ALL)", "LEFT", "RIGHT").contains(step));
        return plan;
    }

    @Test
    void a_project_or_a_user_is_found_by_its_indexes_in_the_order_of_the_log() throws SQLException {
        assertThat(plan(Selection.of(filter(Set.of(), "3", null, null), false)))
                .containsExactly(BY_PROJECT, OF_PROJECT);
        assertThat(plan(Selection.of(filter(Set.of(), null, "1", null), false))).containsExactly(BY_ACTOR, OF_ACTOR);
    }

    @Test
    void what_is_asked_of_points_beside_is_looked_at_in_the_event() throws SQLException {
        assertThat(plan(Selection.of(filter(Set.of(), null, "1", "crayon"), false)))
                .containsExactly(BY_ACTOR, OF_ACTOR, EVENT);
        assertThat(plan(Selection.of(filter(Set.of(), "3", "1", "crayon"), false)))
                .containsExactly(BY_PROJECT, OF_PROJECT, EVENT);
        assertThat(plan(Selection.of(filter(POINTS, "3", null, null), false))).containsExactly(OF_PROJECT);
        assertThat(plan(Selection.of(filter(Set.of("ScalarsLogged"), "3", null, null), false)))
                .containsExactly(OF_PROJECT, EVENT);
    }

    @Test
    void few_events_are_looked_at_whatever_their_types() throws SQLException {
        assertThat(plan(Selection.of(filter(Set.of("A", "B", "ScalarsLogged"), "3", null, null), true)))
                .containsExactly(BY_PROJECT, OF_PROJECT, EVENT);
        assertThat(plan(Selection.of(filter(Set.of("A", "B"), "3", null, null), true)))
                .containsExactly(BY_PROJECT);
        assertThat(plan(Selection.of(filter(POINTS, "3", null, null), true))).containsExactly(OF_PROJECT);
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
        String byType = "SEARCH events USING INDEX events_by_type (type=?" + RANGE;
        String typeAlone = "SEARCH events USING COVERING INDEX events_by_type (type=?" + RANGE;

        assertThat(plan(Selection.of(filter(Set.of("A", "B", "ScalarsLogged"), "3", "1", null), false)))
                .containsExactly(byType, byType, OF_PROJECT, EVENT);
        assertThat(plan(Selection.of(filter(Set.of("A", "B"), null, null, null), false)))
                .containsExactly(typeAlone, typeAlone);
    }

    @Test
    void what_no_index_leads_to_is_looked_at_in_order() throws SQLException {
        assertThat(plan(Selection.of(filter(Set.of(), null, null, "crayon"), false)))
                .containsExactly(ONE_BY_ONE);
        assertThat(plan(Selection.of(filter(Set.of("ScalarsLogged"), null, null, null), false)))
                .containsExactly(ONE_BY_ONE);
        assertThat(plan(List.of(Selection.oneByOne(filter(Set.of("A"), "3", "1", "crayon")))))
                .containsExactly(ONE_BY_ONE);
    }

    @Test
    void whether_they_are_few_is_counted_by_the_same_index() throws SQLException {
        Selection probe = Selection.probe(filter(Set.of("A"), "3", "1", null)).orElseThrow();

        assertThat(plan(probe.sql())).contains(BY_PROJECT);
        assertThat(Selection.probe(filter(Set.of("A"), null, null, "crayon"))).isEmpty();
        assertThat(Selection.probe(filter(Set.of(), "3", null, null))).isEmpty();
        assertThat(Selection.probe(filter(POINTS, "3", null, null))).isEmpty();
    }

    @Test
    void points_are_indexed_from_what_is_behind_the_last_that_are() throws SQLException {
        for (PointIndex index : PointIndex.values()) {
            assertThat(plan(index.add())).containsExactly(ONE_BY_ONE, "USE TEMP B-TREE FOR ORDER BY");
        }
    }

    @Test
    void few_or_many_the_same_events_are_found() throws SQLException {
        try (Connection plain = EventsFile.connect(home.resolve("events.db"))) {
            EventsFile.run(
                    plain,
                    """
                    INSERT INTO events (position, event_id, timestamp, moment, type, metadata, payload_hash, hash, payload)
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
                    SELECT i, i, 0, 0, CASE i % 3 WHEN 0 THEN 'A' WHEN 1 THEN 'ScalarsLogged' ELSE 'HistogramsLogged' END,
                      json_object('project', '' || i % 5, 'actor', '' || i % 2), x'', x'', '' FROM n""",
                    "INSERT INTO points_by_project SELECT project, position FROM events WHERE " + EventsFile.POINTS,
                    "INSERT INTO points_by_actor SELECT actor, position FROM events WHERE " + EventsFile.POINTS);
        }
        for (Set<String> types : List.of(Set.of("A"), Set.of("A", "ScalarsLogged"), POINTS, Set.<String>of())) {
            for (EventFilter filter : List.of(
                    filter(types, "3", null, null), filter(types, "3", "1", null), filter(types, null, "1", null))) {
                List<Long> expected = found(List.of(Selection.oneByOne(filter)), filter);

                assertThat(expected).isNotEmpty();
                assertThat(found(Selection.of(filter, true), filter)).isEqualTo(expected);
                assertThat(found(Selection.of(filter, false), filter)).isEqualTo(expected);
            }
        }
    }

    private List<Long> found(List<Selection> selections, EventFilter range) throws SQLException {
        String sql = selections.stream().map(Selection::sql).collect(Collectors.joining(" UNION ALL "));
        List<Long> found = new ArrayList<>();
        try (Connection connection = file.openForReading();
                PreparedStatement query = connection.prepareStatement(sql + " ORDER BY 1")) {
            int parameter = 1;
            for (Selection selection : selections) {
                for (String value : selection.values()) query.setString(parameter++, value);
                query.setLong(parameter++, range.after());
                query.setLong(parameter++, range.upTo());
            }
            try (ResultSet positions = query.executeQuery()) {
                while (positions.next()) found.add(positions.getLong(1));
            }
        }
        return found;
    }
}
