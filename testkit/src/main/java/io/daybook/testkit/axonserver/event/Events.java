package io.daybook.testkit.axonserver.event;

import com.google.protobuf.InvalidProtocolBufferException;
import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.testkit.axonserver.wire.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of events and snapshots, and what may be put into them. */
final class Events {

    static final String[] SCHEMA = {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", """
        CREATE TABLE IF NOT EXISTS events (
            token INTEGER PRIMARY KEY, aggregate TEXT, sequence INTEGER, timestamp INTEGER NOT NULL,
            event BLOB NOT NULL, UNIQUE (aggregate, sequence))""", """
        CREATE TABLE IF NOT EXISTS snapshots (
            aggregate TEXT NOT NULL, sequence INTEGER NOT NULL, event BLOB NOT NULL,
            PRIMARY KEY (aggregate, sequence))"""};

    private static final int NONE = -1;

    private Events() {}

    static long head(Connection connection) throws SQLException {
        return Sql.number(connection, NONE, "SELECT max(token) FROM events");
    }

    static long lastSequence(Connection connection, String aggregate) throws SQLException {
        return Sql.number(connection, NONE, "SELECT max(sequence) FROM events WHERE aggregate = ?", aggregate);
    }

    /** The first event that is not older; behind the last one when all are, and the first one when none is. */
    static long tokenAt(Connection connection, long instant) throws SQLException {
        long head = head(connection);
        return Sql.number(
                connection,
                head < 0 ? NONE : head + 1,
                "SELECT token FROM events WHERE timestamp >= ? ORDER BY token LIMIT 1",
                instant);
    }

    /** All of them, next to each other, or none. */
    static void append(Connection connection, List<Event> events) throws SQLException {
        check(connection, events);
        long token = head(connection);
        for (Event event : events) {
            boolean ofAggregate = isOfAggregate(event);
            Sql.run(
                    connection,
                    "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
                    ++token,
                    ofAggregate ? event.getAggregateIdentifier() : null,
                    ofAggregate ? event.getAggregateSequenceNumber() : null,
                    event.getTimestamp(),
                    event.toByteArray());
        }
    }

    /** Each aggregate goes on where it ended, without a gap; one is known by its id alone, whatever its type. */
    private static void check(Connection connection, List<Event> events) throws SQLException {
        Map<String, Long> next = new HashMap<>();
        for (Event event : events) {
            if (!isOfAggregate(event)) continue;
            String aggregate = event.getAggregateIdentifier();
            Long expected = next.get(aggregate);
            if (expected == null) expected = lastSequence(connection, aggregate) + 1;
            if (event.getAggregateSequenceNumber() != expected)
                throw Refusal.SEQUENCE_INVALID.because("Invalid sequence number " + event.getAggregateSequenceNumber()
                        + " for aggregate " + aggregate + ", expected " + expected);
            next.put(aggregate, expected + 1);
        }
    }

    private static boolean isOfAggregate(Event event) {
        return !event.getAggregateType().isEmpty();
    }

    static void putSnapshot(Connection connection, Event snapshot) throws SQLException {
        String aggregate = snapshot.getAggregateIdentifier();
        long sequence = snapshot.getAggregateSequenceNumber();
        long last = lastSequence(connection, aggregate);
        if (sequence > last)
            throw Refusal.SEQUENCE_INVALID.because("Invalid sequence number while storing snapshot. Highest aggregate "
                    + aggregate + " sequence number: " + last + ", snapshot sequence " + sequence + ".");
        byte[] bytes = snapshot.toBuilder().setSnapshot(true).build().toByteArray();
        Sql.run(connection, "REPLACE INTO snapshots VALUES (?, ?, ?)", aggregate, sequence, bytes);
    }

    /** What the column {@code event} holds. */
    static Event of(ResultSet row) throws SQLException {
        try {
            return Event.parseFrom(row.getBytes("event"));
        } catch (InvalidProtocolBufferException e) {
            throw new SQLException("no event", e);
        }
    }
}
