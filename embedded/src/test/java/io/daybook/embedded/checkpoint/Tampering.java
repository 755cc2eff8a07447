package io.daybook.embedded.checkpoint;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/**
 * Something done to a log's file behind its back.
 *
 * @param statements the SQL that does it
 * @param firstBad the first position that is not what was written, before any checkpoint is looked at
 */
record Tampering(String what, long firstBad, List<String> statements) {

    private static final List<String> FIELDS = List.of(
            "event_id = event_id || 'x'",
            "timestamp = timestamp + 1",
            "aggregate_type = 'another'",
            "aggregate_type = NULL",
            "aggregate_id = aggregate_id || '0'",
            "sequence = sequence + 100000",
            "type = type || 'x'",
            "moment = moment + 1",
            "revision = '9'",
            "revision = ''",
            "metadata = json_set(metadata, '$.actor', '99')",
            "metadata = json_set(metadata, '$.new', 'x')",
            "metadata = json_remove(metadata, '$.via')",
            "metadata = replace(metadata, '{', '{ ')",
            "metadata = json_set(metadata, '$.actor', 1)",
            "payload = replace(payload, 'a', 'b') || ' '",
            "payload_hash = randomblob(32)",
            "hash = randomblob(32)");

    /** How a forger's event looks beside those that are there: in everything but its place it is another one. */
    private static final String COPY = "INSERT INTO events (position, event_id, timestamp, moment, type, metadata,"
            + " payload_hash, hash, payload) SELECT %d, 'added', timestamp, moment, type, metadata, payload_hash, hash,"
            + " payload FROM events WHERE position = %d";

    /** @param last the log's last position */
    static Tampering drawn(Random random, int last) {
        int at = 1 + random.nextInt(last);
        int other = 1 + random.nextInt(last);
        return switch (random.nextInt(8)) {
            case 0 -> new Tampering("row gone", at, List.of("DELETE FROM events WHERE position = " + at));
            case 1 -> new Tampering("tail cut", at, List.of("DELETE FROM events WHERE position >= " + at));
            case 2 -> at == other ? drawn(random, last) : swapped(Math.min(at, other), Math.max(at, other));
            case 3 -> added(1 + random.nextInt(last + 1), other, last);
            default -> {
                String field = FIELDS.get(random.nextInt(FIELDS.size()));
                yield new Tampering(field, at, List.of("UPDATE events SET " + field + " WHERE position = " + at));
            }
        };
    }

    private static Tampering swapped(int one, int other) {
        return new Tampering(
                "rows swapped",
                one,
                List.of(
                        "UPDATE events SET position = 1000000 WHERE position = " + one,
                        "UPDATE events SET position = " + one + " WHERE position = " + other,
                        "UPDATE events SET position = " + other + " WHERE position = 1000000"));
    }

    /** What comes behind makes room: downwards, since positions are unique at any time. */
    private static Tampering added(int at, int copied, int last) {
        String template = COPY.formatted(1_000_000, copied);
        String away = "UPDATE events SET position = -position WHERE position BETWEEN " + at + " AND " + last;
        String back = "UPDATE events SET position = 1 - position WHERE position < 0";
        String in = "UPDATE events SET position = " + at + " WHERE position = 1000000";
        return new Tampering("row added", at, List.of(template, away, back, in));
    }

    void with(Path log) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement statement = connection.createStatement()) {
            for (String trigger : List.of("changed", "deleted", "replaced")) {
                statement.execute("DROP TRIGGER IF EXISTS events_are_not_" + trigger);
            }
            for (String sql : statements) statement.execute(sql);
        }
    }
}
