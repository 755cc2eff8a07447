package io.daybook.embedded.log;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.message.StoredType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query for positions, which leans on one index; SQLite would have to guess. That is the project's, or else the user's,
 * when either has few events; else that of the type, unless it is one of points, of which a log consists.
 *
 * @param sql with a place for each of the values, and then for the positions after and up to which
 */
record Selection(String sql, List<String> values) {

    /** So many are looked at one by one rather than by their types. */
    static final int FEW = 5_000;

    private static final Set<String> POINTS =
            Set.of(StoredType.ScalarsLogged.name(), StoredType.HistogramsLogged.name());

    /** Counts what an origin's index has, up to {@link #FEW}; empty when no index leads to the origin. */
    static Optional<Selection> probe(Origin origin) {
        String column = origin.project() != null ? "project" : "actor";
        String value = origin.project() != null ? origin.project() : origin.actor();
        if (value == null) return Optional.empty();
        String some = "SELECT 1 FROM events WHERE " + column + " = ? AND position > ? AND position <= ? LIMIT " + FEW;
        return Optional.of(new Selection("SELECT count(*) FROM (" + some + ")", List.of(value)));
    }

    /**
     * One for all, or one for each type.
     *
     * @param few whether the origin has so few events that their types need no index
     */
    static List<Selection> of(EventFilter filter, boolean few) {
        List<String> types = filter.types().stream().sorted().toList();
        if (types.isEmpty() || few) return List.of(byOrigin(types, filter));
        return types.stream().map(type -> byType(type, filter)).toList();
    }

    /** Whether the indexes of its types lead to what a filter lets through: there is none for points. */
    static boolean isLedByTypes(EventFilter filter) {
        return !filter.types().isEmpty() && Collections.disjoint(filter.types(), POINTS);
    }

    private static Selection byOrigin(List<String> types, EventFilter filter) {
        List<String> conditions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (!types.isEmpty()) {
            conditions.add("+type IN (" + String.join(", ", Collections.nCopies(types.size(), "?")) + ")");
            values.addAll(types);
        }
        add(filter.origin(), false, conditions, values);
        addAggregate(filter, conditions, values);
        return new Selection(select(conditions), values);
    }

    private static Selection byType(String type, EventFilter filter) {
        boolean indexed = !POINTS.contains(type);
        List<String> conditions = new ArrayList<>();
        List<String> values = new ArrayList<>(List.of(type));
        conditions.add(indexed ? "type = ? AND " + EventsFile.BESIDE_POINTS : "+type = ?");
        add(filter.origin(), indexed, conditions, values);
        addAggregate(filter, conditions, values);
        return new Selection(select(conditions), values);
    }

    /** @param leaning whether on another index already; a plus keeps a condition away from its own */
    private static void add(Origin origin, boolean leaning, List<String> conditions, List<String> values) {
        boolean another = leaning;
        for (Map.Entry<String, @Nullable String> wanted : columns(origin).entrySet()) {
            String value = wanted.getValue();
            if (value == null) continue;
            conditions.add((another ? "+" : "") + wanted.getKey() + " = ?");
            values.add(value);
            another = true;
        }
    }

    /** Never by its own index: whoever has few events is read whole. */
    private static void addAggregate(EventFilter filter, List<String> conditions, List<String> values) {
        if (filter.aggregate() == null) return;
        conditions.add("+aggregate_id = ?");
        values.add(filter.aggregate());
    }

    private static String select(List<String> conditions) {
        return "SELECT position FROM events WHERE " + String.join(" AND ", conditions)
                + (conditions.isEmpty() ? "" : " AND ") + "position > ? AND position <= ?";
    }

    private static Map<String, @Nullable String> columns(Origin origin) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("project", origin.project());
        columns.put("actor", origin.actor());
        columns.put("via", origin.via());
        return columns;
    }
}
