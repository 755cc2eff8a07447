package io.daybook.embedded.log;

import java.util.List;

/**
 * By what the events of points are found: one small table each, to which they are added many at once. An index of SQLite's
 * would write one more page in each commit of a single point. How far the tables reach follows from the position at which the
 * log ends, and is not stored.
 */
public enum PointIndex {
    PROJECT("project"),
    ACTOR("actor");

    /** So many events are added at once, and looked at one by one until then. */
    static final int STRETCH = 1_000;

    private final String column;
    private final String table;

    PointIndex(String column) {
        this.column = column;
        this.table = "points_by_" + column;
    }

    /** The last position that is indexed in a log with this head. */
    static long end(long head) {
        return head - head % STRETCH;
    }

    /** Whether a transaction that takes the head from here to there has to index. */
    public static boolean isDue(long before, long reached) {
        return end(before) < end(reached);
    }

    String column() {
        return column;
    }

    String table() {
        return table;
    }

    List<String> schema() {
        String create = """
            CREATE TABLE %s (
              %s TEXT NOT NULL,
              position INTEGER NOT NULL,
              PRIMARY KEY (%2$s, position)
            ) STRICT, WITHOUT ROWID""".formatted(table, column);
        return List.of(create, refuse("UPDATE", "changed"), refuse("DELETE", "deleted"));
    }

    private String refuse(String statement, String done) {
        return """
            CREATE TRIGGER %1$s_are_not_%2$s BEFORE %3$s ON %1$s
            BEGIN SELECT RAISE(ABORT, 'the log is append-only: %1$s are not %2$s'); END""".formatted(table, done, statement);
    }

    /**
     * Adds what is behind a position, up to another. Where the log's end was cut off, its points are here still: that
     * keeps nobody from writing on, and verification finds it.
     */
    String add() {
        return """
            INSERT OR IGNORE INTO %s SELECT %2$s, position FROM events
            WHERE position > ? AND position <= ? AND %3$s AND +%2$s IS NOT NULL ORDER BY %2$s, position""".formatted(table, column, EventsFile.POINTS);
    }
}
