package io.daybook.embedded.log;

import io.daybook.embedded.log.Stretch.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Compares what the tables of {@link PointIndex} hold with the events: each point is there and, when all of the log has been
 * gone through, there are as many as points were found. Asked about each event once, the tables are read once.
 */
final class IndexCheck {

    private static final String POINTS = EventsFile.POINTS;

    private final long end;
    private final Map<PointIndex, LongAdder> found = new EnumMap<>(PointIndex.class);

    /** @param head a position that the log has reached */
    IndexCheck(long head) {
        end = PointIndex.end(head);
        for (PointIndex index : PointIndex.values()) found.put(index, new LongAdder());
    }

    /** The first event in a range that is not in a table in which it should be. */
    Optional<Found> missing(EventReader reader, long from, Place last) throws SQLException {
        for (PointIndex index : PointIndex.values()) {
            long missing = missing(reader, index, from, Math.min(last.position(), end));
            if (missing > 0) return Optional.of(Found.bad(last, missing, wrong(index, "does not have", missing)));
        }
        return Optional.empty();
    }

    private long missing(EventReader reader, PointIndex index, long from, long to) throws SQLException {
        var query = reader.statement("""
            SELECT count(i.position), min(CASE WHEN i.position IS NULL THEN e.position END)
            FROM events e LEFT JOIN %s i ON i.%2$s = e.%2$s AND i.position = e.position
            WHERE e.position BETWEEN ? AND ? AND e.%3$s AND +e.%2$s IS NOT NULL""".formatted(index.table(), index.column(), POINTS));
        query.setLong(1, from);
        query.setLong(2, to);
        try (ResultSet result = query.executeQuery()) {
            found(index).add(result.getLong(1));
            return result.getLong(2);
        }
    }

    /** What a table holds and no event says, when each event was asked about. */
    Optional<Found> surplus(EventReader reader, Place last) throws SQLException {
        for (PointIndex index : PointIndex.values()) {
            if (hasSurplus(reader, index)) return Optional.of(firstSurplus(reader, index, last));
        }
        return Optional.empty();
    }

    /** The log may have grown in the meantime; the tables end where they have to by now. */
    private boolean hasSurplus(EventReader reader, PointIndex index) throws SQLException {
        var query = reader.statement("""
            SELECT count(*) FILTER (WHERE position <= ?),
              count(*) FILTER (WHERE position > (SELECT coalesce(max(position), 0) / %d * %1$d FROM events))
            FROM %s""".formatted(PointIndex.STRETCH, index.table()));
        query.setLong(1, end);
        try (ResultSet result = query.executeQuery()) {
            return result.getLong(1) != found(index).sum() || result.getLong(2) > 0;
        }
    }

    private static Found firstSurplus(EventReader reader, PointIndex index, Place last) throws SQLException {
        var query = reader.statement("""
            SELECT min(position), max(position) FROM %s i WHERE NOT EXISTS (
              SELECT 1 FROM events e WHERE e.position = i.position AND +e.%2$s = i.%2$s AND e.%3$s
                AND e.position <= (SELECT max(position) / %4$d * %4$d FROM events))""".formatted(index.table(), index.column(), POINTS, PointIndex.STRETCH));
        try (ResultSet result = query.executeQuery()) {
            long first = result.getLong(1);
            long furthest = result.getLong(2);
            // only what was in the log is ever indexed
            boolean cut = furthest > last.position() && reader.placeAt(furthest).isEmpty();
            return cut
                    ? Found.bad(last, last.position() + 1, "MISSING")
                    : Found.bad(last, first, wrong(index, "is wrong about", first));
        }
    }

    private LongAdder found(PointIndex index) {
        return Objects.requireNonNull(found.get(index));
    }

    private static String wrong(PointIndex index, String what, long position) {
        return Verification.INTEGRITY + index.table() + " " + what + " event " + position;
    }
}
