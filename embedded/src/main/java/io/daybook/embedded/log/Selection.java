package io.daybook.embedded.log;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.message.StoredType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query for positions, which leans on one index; SQLite would have to guess. Of points, of which a log consists, that is
 * {@link PointIndex}. Of others it is the project's, or else the user's, when either has few events; else that of the type.
 *
 * @param sql with a place for each of the values, and then for the positions after and up to which
 */
record Selection(String sql, List<String> values) {

    /** So many are looked at one by one rather than by their types. */
    static final int FEW = 5_000;

    private static final Set<String> POINTS =
            Set.of(StoredType.ScalarsLogged.name(), StoredType.HistogramsLogged.name());

    /** Counts what an origin's index has beside points, up to {@link #FEW}; empty when that need not be known. */
    static Optional<Selection> probe(EventFilter filter) {
        PointIndex lead = lead(filter.origin());
        if (lead == null || beside(filter).types().isEmpty()) return Optional.empty();
        Conditions one = new Conditions().and(lead.column() + " = ?", value(filter.origin(), lead));
        String some = "SELECT 1 FROM events WHERE "
                + one.and(EventsFile.BESIDE_POINTS).inRange() + " LIMIT " + FEW;
        return Optional.of(new Selection("SELECT count(*) FROM (" + some + ")", one.values));
    }

    /**
     * What is in order each, and all together.
     *
     * @param filter only of positions up to which points are indexed
     * @param few whether the origin has so few events beside points that their types need no index
     */
    static List<Selection> of(EventFilter filter, boolean few) {
        PointIndex lead = lead(filter.origin());
        if (filter.types().isEmpty()) {
            return lead == null ? List.of(oneByOne(filter)) : List.of(besides(filter, lead), points(filter, lead));
        }
        List<Selection> each = new ArrayList<>();
        EventFilter beside = beside(filter);
        if (few && lead != null && !beside.types().isEmpty()) each.add(besides(beside, lead));
        else beside.types().stream().sorted().forEach(type -> each.add(byType(type, filter)));
        EventFilter points = narrowed(filter, true);
        if (!points.types().isEmpty()) each.add(lead == null ? oneByOne(points) : points(points, lead));
        return each;
    }

    /** By no index. */
    static Selection oneByOne(EventFilter filter) {
        return new Conditions()
                .types(filter.types())
                .origin(filter.origin(), null)
                .aggregate(filter)
                .select("events");
    }

    private static Selection besides(EventFilter filter, PointIndex lead) {
        return new Conditions()
                .and(lead.column() + " = ?", value(filter.origin(), lead))
                .and(EventsFile.BESIDE_POINTS)
                .types(filter.types())
                .origin(filter.origin(), lead)
                .aggregate(filter)
                .select("events");
    }

    private static Selection byType(String type, EventFilter filter) {
        return new Conditions()
                .and("type = ?", type)
                .and(EventsFile.BESIDE_POINTS)
                .origin(filter.origin(), null)
                .aggregate(filter)
                .select("events");
    }

    private static Selection points(EventFilter filter, PointIndex lead) {
        Conditions conditions =
                new Conditions().and(lead.table() + "." + lead.column() + " = ?", value(filter.origin(), lead));
        int own = conditions.values.size();
        if (!filter.types().containsAll(POINTS)) conditions.types(filter.types());
        conditions.origin(filter.origin(), lead).aggregate(filter);
        boolean alone = conditions.values.size() == own;
        // a cross join is gone through from the left
        return conditions.select(lead.table() + (alone ? "" : " CROSS JOIN events USING (position)"));
    }

    /** Whether the indexes of its types lead to what a filter lets through: there is none for points. */
    static boolean isLedByTypes(EventFilter filter) {
        return !filter.types().isEmpty() && Collections.disjoint(filter.types(), POINTS);
    }

    private static EventFilter beside(EventFilter filter) {
        return narrowed(filter, false);
    }

    /** To those types that are points, or to all others. */
    private static EventFilter narrowed(EventFilter filter, boolean points) {
        Set<String> types = filter.types().stream()
                .filter(type -> POINTS.contains(type) == points)
                .collect(Collectors.toUnmodifiableSet());
        return new EventFilter(filter.after(), filter.upTo(), filter.aggregate(), types, filter.origin());
    }

    private static @Nullable PointIndex lead(Origin origin) {
        if (origin.project() != null) return PointIndex.PROJECT;
        return origin.actor() != null ? PointIndex.ACTOR : null;
    }

    private static @Nullable String value(Origin origin, PointIndex lead) {
        return switch (lead) {
            case PROJECT -> origin.project();
            case ACTOR -> origin.actor();
        };
    }

    /** A plus keeps a condition away from an index of its own. */
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        Conditions and(String condition) {
            conditions.add(condition);
            return this;
        }

        /** Nothing when there is no value. */
        Conditions and(String condition, @Nullable String value) {
            if (value == null) return this;
            values.add(value);
            return and(condition);
        }

        /** Never by its own index: whoever has few events is read whole. */
        Conditions aggregate(EventFilter filter) {
            return and("+aggregate_id = ?", filter.aggregate());
        }

        Conditions types(Set<String> types) {
            if (types.isEmpty()) return this;
            values.addAll(types.stream().sorted().toList());
            return and("+type IN (" + String.join(", ", Collections.nCopies(types.size(), "?")) + ")");
        }

        /** @param lead what is asked for already */
        Conditions origin(Origin origin, @Nullable PointIndex lead) {
            for (PointIndex index : PointIndex.values()) {
                if (index != lead) and("+" + index.column() + " = ?", value(origin, index));
            }
            return and("+via = ?", origin.via());
        }

        String inRange() {
            return String.join(" AND ", conditions) + (conditions.isEmpty() ? "" : " AND ")
                    + "position > ? AND position <= ?";
        }

        Selection select(String from) {
            return new Selection("SELECT position FROM " + from + " WHERE " + inRange(), values);
        }
    }
}
