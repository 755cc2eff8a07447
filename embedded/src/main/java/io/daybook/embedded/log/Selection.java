package io.daybook.embedded.log;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.message.StoredType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query for positions, which leans on one index: that of the type, unless it is one of points, of which a log consists;
 * else that of the project, which has fewer events than a user; else the user's. SQLite would have to guess.
 *
 * @param sql with a place for each of the values, and then for the positions after and up to which
 */
record Selection(String sql, List<String> values) {

    private static final Set<String> POINTS =
            Set.of(StoredType.ScalarsLogged.name(), StoredType.HistogramsLogged.name());

    /** One for each type, or one for all. */
    static List<Selection> of(EventFilter filter) {
        if (filter.types().isEmpty()) return List.of(of(null, filter.origin()));
        return filter.types().stream()
                .sorted()
                .map(type -> of(type, filter.origin()))
                .toList();
    }

    private static Selection of(@Nullable String type, Origin origin) {
        boolean leaning = type != null && !POINTS.contains(type);
        List<String> conditions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (type != null) {
            conditions.add(leaning ? "type = ? AND " + EventsFile.BESIDE_POINTS : "+type = ?");
            values.add(type);
        }
        for (Map.Entry<String, @Nullable String> wanted : columns(origin).entrySet()) {
            if (wanted.getValue() == null) continue;
            // a plus keeps a condition away from its index
            conditions.add((leaning ? "+" : "") + wanted.getKey() + " = ?");
            values.add(wanted.getValue());
            leaning = true;
        }
        conditions.add("position > ? AND position <= ?");
        return new Selection("SELECT position FROM events WHERE " + String.join(" AND ", conditions), values);
    }

    private static Map<String, @Nullable String> columns(Origin origin) {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("project", origin.project());
        columns.put("actor", origin.actor());
        columns.put("via", origin.via());
        return columns;
    }
}
