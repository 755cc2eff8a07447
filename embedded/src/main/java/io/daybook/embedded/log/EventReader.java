package io.daybook.embedded.log;

import io.daybook.api.log.EventFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * A connection that reads the log, and the questions that it answers. Answers are pages, bounded by their number of
 * events and of bytes: a caller who wants more asks again from where the page ended.
 */
public final class EventReader implements AutoCloseable {

    public static final int PAGE_EVENTS = 1_000;
    public static final int PAGE_BYTES = 4 << 20;

    private static final String ROW = """
            SELECT position, moment, hash, event_id, timestamp, aggregate_type, aggregate_id, sequence, type, revision,
              metadata, payload_hash, payload FROM events\s""";

    /** Between two positions, the first event that does not follow its aggregate's previous one. */
    static final String OUT_OF_SEQUENCE = """
            SELECT position FROM events e WHERE position BETWEEN ? AND ? AND sequence IS NOT 0
              AND aggregate_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events p
                WHERE p.aggregate_id = e.aggregate_id AND p.sequence = e.sequence - 1 AND p.position < e.position)
            ORDER BY position LIMIT 1""";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    EventReader(EventsFile file) throws SQLException {
        connection = file.openForReading();
    }

    /** The events above {@code position}, up to {@code upTo}, in order. */
    public List<Row> after(long position, long upTo) throws SQLException {
        var query = statement(ROW + "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?");
        query.setLong(1, position);
        query.setLong(2, upTo);
        query.setInt(3, PAGE_EVENTS);
        return page(query);
    }

    /** An aggregate's events from a sequence number on, in the order of their sequence. */
    public List<Row> ofAggregate(String aggregate, long from, int limit) throws SQLException {
        var query = statement(ROW + "WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?");
        query.setString(1, aggregate);
        query.setLong(2, from);
        query.setInt(3, limit);
        return page(query);
    }

    public Optional<Row> at(long position) throws SQLException {
        var query = statement(ROW + "WHERE position = ?");
        query.setLong(1, position);
        return page(query).stream().findFirst();
    }

    /**
     * The events at those positions, in order, until a page is full. By one statement: asked for one by one, events that lie
     * far apart take three times as long.
     */
    List<Row> at(List<Long> positions) throws SQLException {
        var query = statement(ROW + "WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position");
        query.setString(1, positions.toString());
        return page(query);
    }

    /**
     * The positions of the next events of those types and that origin: {@link #PAGE_EVENTS} at most, and none when there
     * are no more.
     *
     * @param indexed up to which position points are found by their indexes
     */
    List<Long> positions(EventFilter filter, long indexed) throws SQLException {
        long border = Math.min(filter.upTo(), Math.max(filter.after(), indexed));
        EventFilter old = filter.upTo(border);
        List<Long> positions = old.after() < border ? select(Selection.of(old, fewOf(old)), old) : List.of();
        EventFilter recent = filter.after(border);
        boolean further = positions.isEmpty() && border < filter.upTo();
        return further ? select(List.of(Selection.oneByOne(recent)), recent) : positions;
    }

    private List<Long> select(List<Selection> each, EventFilter range) throws SQLException {
        String sql = each.stream().map(Selection::sql).collect(Collectors.joining(" UNION ALL "));
        var positions = new ArrayList<Long>();
        try (var query = connection.prepareStatement(sql + " ORDER BY 1 LIMIT ?")) {
            int parameter = 1;
            for (Selection selection : each) parameter = bind(query, parameter, selection, range);
            query.setInt(parameter, PAGE_EVENTS);
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) positions.add(result.getLong(1));
            }
        }
        return positions;
    }

    private boolean fewOf(EventFilter filter) throws SQLException {
        Optional<Selection> probe = Selection.probe(filter);
        if (probe.isEmpty()) return false;
        var query = statement(probe.get().sql());
        bind(query, 1, probe.get(), filter);
        return number(query).orElseThrow() < Selection.FEW;
    }

    /** Answers the next free parameter. */
    private static int bind(PreparedStatement query, int first, Selection selection, EventFilter range)
            throws SQLException {
        int parameter = first;
        for (String value : selection.values()) query.setString(parameter++, value);
        query.setLong(parameter++, range.after());
        query.setLong(parameter++, range.upTo());
        return parameter;
    }

    /** Where an aggregate's event is. */
    public Optional<Place> placeOf(String aggregate, long sequence) throws SQLException {
        var query = statement("SELECT position, moment, hash FROM events WHERE aggregate_id = ? AND sequence = ?");
        query.setString(1, aggregate);
        query.setLong(2, sequence);
        return place(query);
    }

    Optional<Place> placeAt(long position) throws SQLException {
        var query = statement("SELECT position, moment, hash FROM events WHERE position = ?");
        query.setLong(1, position);
        return place(query);
    }

    public OptionalLong lastSequence(String aggregate) throws SQLException {
        var query = statement("SELECT max(sequence) FROM events WHERE aggregate_id = ?");
        query.setString(1, aggregate);
        return number(query);
    }

    /** The sequence number of an aggregate's first event beyond a position. */
    OptionalLong firstSequenceAfter(String aggregate, long position) throws SQLException {
        var query = statement(
                "SELECT sequence FROM events WHERE aggregate_id = ? AND position > ? ORDER BY sequence LIMIT 1");
        query.setString(1, aggregate);
        query.setLong(2, position);
        return number(query);
    }

    /** The last position, up to {@code last}, whose moment is before this, or 0: moments never fall along the log. */
    public long lastBefore(long moment, long last) throws SQLException {
        long from = 0;
        long to = last;
        while (from < to) {
            long middle = to - (to - from) / 2;
            Optional<Place> place = placeAt(middle);
            if (place.isPresent() && place.get().moment() < moment) from = middle;
            else to = middle - 1;
        }
        return from;
    }

    /** The first position in a range whose event does not follow its aggregate's previous one. */
    OptionalLong firstOutOfSequence(long from, long to) throws SQLException {
        var query = statement(OUT_OF_SEQUENCE);
        query.setLong(1, from);
        query.setLong(2, to);
        return number(query);
    }

    OptionalLong firstPosition() throws SQLException {
        return number(statement("SELECT min(position) FROM events"));
    }

    /** What SQLite's own check finds wrong first, or "ok". */
    String integrity() throws SQLException {
        try (ResultSet result = statement("PRAGMA integrity_check(1)").executeQuery()) {
            return result.next() ? result.getString(1) : "no answer";
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) return known;
        PreparedStatement prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
    }

    private static List<Row> page(PreparedStatement query) throws SQLException {
        var rows = new ArrayList<Row>();
        int bytes = 0;
        try (ResultSet result = query.executeQuery()) {
            while (bytes < PAGE_BYTES && result.next()) {
                Row row = row(result);
                rows.add(row);
                bytes += row.weight();
            }
        }
        return rows;
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                new Place(result.getLong(1), result.getLong(2), present(result, 3)),
                new Entry(
                        present(result, 4),
                        result.getLong(5),
                        result.getBytes(6),
                        result.getBytes(7),
                        sequence(result),
                        present(result, 9),
                        result.getBytes(10),
                        present(result, 11),
                        present(result, 12),
                        present(result, 13)));
    }

    /** A column that is never null, unless bytes of the file were altered. */
    private static byte[] present(ResultSet result, int column) throws SQLException {
        byte[] value = result.getBytes(column);
        if (value != null) return value;
        throw new SQLException("a column that cannot be null is", "", SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    private static @Nullable Long sequence(ResultSet result) throws SQLException {
        long sequence = result.getLong(8);
        return result.wasNull() ? null : sequence;
    }

    private static Optional<Place> place(PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) return Optional.empty();
            return Optional.of(new Place(result.getLong(1), result.getLong(2), present(result, 3)));
        }
    }

    private static OptionalLong number(PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) return OptionalLong.empty();
            long number = result.getLong(1);
            return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }
}
