package io.daybook.embedded.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The file of the log: which tables it has, which format it is in, and how connections to it are set up. */
public class EventsFile {

    /** What leads from each format to the next, the first one from 1 to 2. */
    private static final List<String> UPGRADES = List.of();

    /** The format that this code writes. Every change of the schema is a new one, with an upgrade from the last. */
    public static final int FORMAT = 1 + UPGRADES.size();

    /** "DayB": tells the log from any other SQLite file. */
    private static final int APPLICATION = 0x44617942;

    /**
     * Pages of the write-ahead log before they are moved into the file. More than SQLite's 1,000, since an index page
     * is touched by many commits; beyond 4,000 nothing was gained.
     */
    private static final int CHECKPOINT_PAGES = 4_000;

    /**
     * Nearly all events of a log are points, and each index costs each of them a page in the write-ahead log. The points
     * of one project or one user may be few among many, so these are indexed, but in a way of their own
     * ({@link PointIndex}); their type and their door say nothing that could be looked for. A query has to repeat this
     * condition to use one of the smaller indexes.
     */
    static final String BESIDE_POINTS = "type NOT IN ('ScalarsLogged', 'HistogramsLogged')";

    static final String POINTS = "type IN ('ScalarsLogged', 'HistogramsLogged')";

    private static final List<String> EVENTS = List.of(
            // The payload comes last: what stands before a long value is read without walking through it.
            """
            CREATE TABLE events (
              position INTEGER PRIMARY KEY,
              event_id TEXT NOT NULL UNIQUE,
              timestamp INTEGER NOT NULL,
              moment INTEGER NOT NULL,
              aggregate_type TEXT,
              aggregate_id TEXT,
              sequence INTEGER,
              type TEXT NOT NULL,
              revision TEXT,
              metadata TEXT NOT NULL,
              payload_hash BLOB NOT NULL,
              hash BLOB NOT NULL,
              payload TEXT NOT NULL,
              actor TEXT GENERATED ALWAYS AS (metadata ->> '$.actor') VIRTUAL,
              via TEXT GENERATED ALWAYS AS (metadata ->> '$.via') VIRTUAL,
              project TEXT GENERATED ALWAYS AS (metadata ->> '$.project') VIRTUAL
            ) STRICT""",
            "CREATE UNIQUE INDEX events_by_aggregate ON events (aggregate_id, sequence)",
            "CREATE INDEX events_by_actor ON events (actor) WHERE " + BESIDE_POINTS,
            "CREATE INDEX events_by_via ON events (via) WHERE " + BESIDE_POINTS,
            "CREATE INDEX events_by_project ON events (project) WHERE " + BESIDE_POINTS,
            "CREATE INDEX events_by_type ON events (type) WHERE " + BESIDE_POINTS,
            """
            CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'the log is append-only: events are not changed'); END""",
            """
            CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'the log is append-only: events are not deleted'); END""",
            // INSERT OR REPLACE deletes rows without firing the trigger on DELETE.
            """
            CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
            WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position OR event_id = NEW.event_id
                OR (aggregate_id = NEW.aggregate_id AND sequence = NEW.sequence))
            BEGIN SELECT RAISE(ABORT, 'the log has an event at this position, with this id, or of this sequence'); END""");

    private final Path path;
    private final boolean synced;
    private final List<String> upgrades;

    /** @param synced whether a commit waits until the disk has it */
    public EventsFile(Path path, boolean synced) {
        this(path, synced, UPGRADES);
    }

    EventsFile(Path path, boolean synced, List<String> upgrades) {
        this.path = path;
        this.synced = synced;
        this.upgrades = upgrades;
    }

    /** Opens the file for its one writer, and creates it when it is not there. */
    public Connection openForWriting() throws SQLException {
        Connection connection = connect(path);
        try {
            if (isEmpty(connection)) create(connection);
            else check(connection);
            configure(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The file that a commit goes to, and that has to be synced for it to be durable; null when that is not asked for. */
    @Nullable Path syncedAtCommit() {
        return synced ? path.resolveSibling(path.getFileName() + "-wal") : null;
    }

    public Connection openForReading() throws SQLException {
        Connection connection = connect(path);
        run(connection, "PRAGMA query_only = ON", "PRAGMA busy_timeout = 10000");
        return connection;
    }

    /** As a URI, since in the plain form a question mark in a folder's name would begin parameters. */
    public static Connection connect(Path path) throws SQLException {
        Properties plain = new Properties();
        // else the driver asks for the row's number after each insert, and nobody wants to know
        plain.setProperty("jdbc.get_generated_keys", "false");
        return DriverManager.getConnection(
                "jdbc:sqlite:" + path.toAbsolutePath().toUri(), plain);
    }

    public static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    public static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getLong(1);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    private static void create(Connection connection) throws SQLException {
        run(connection, "PRAGMA journal_mode = WAL", "BEGIN IMMEDIATE");
        run(connection, EVENTS.toArray(String[]::new));
        for (PointIndex index : PointIndex.values())
            run(connection, index.schema().toArray(String[]::new));
        run(connection, "PRAGMA application_id = " + APPLICATION, "PRAGMA user_version = " + FORMAT, "COMMIT");
    }

    private void check(Connection connection) throws SQLException {
        if (number(connection, "PRAGMA application_id") != APPLICATION) {
            throw new IllegalStateException(path + " is an SQLite file, but no event log");
        }
        int found = (int) number(connection, "PRAGMA user_version");
        int known = 1 + upgrades.size();
        if (found > known) {
            throw new IllegalStateException(
                    path + " has format " + found + "; this version of Daybook knows formats up to " + known);
        }
        if (found < known) upgrade(connection, found, known);
    }

    /** All or nothing; what it was is kept beside it. */
    private void upgrade(Connection connection, int found, int known) throws SQLException {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, copyOf(found).toString());
            copy.execute();
        }
        run(connection, "BEGIN IMMEDIATE");
        run(connection, upgrades.subList(found - 1, upgrades.size()).toArray(String[]::new));
        run(connection, "PRAGMA user_version = " + known, "COMMIT");
    }

    /** Of an upgrade that failed nothing is wanted. */
    private Path copyOf(int format) {
        Path copy = path.toAbsolutePath().resolveSibling(path.getFileName() + ".format-" + format);
        try {
            Files.deleteIfExists(copy);
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException("there is no room for a copy of the log at " + copy, failure);
        }
    }

    private void configure(Connection connection) throws SQLException {
        run(
                connection,
                "PRAGMA journal_mode = WAL",
                // The file stays whole whatever happens; that a commit is on disk is seen to by WriteConnection.
                "PRAGMA synchronous = NORMAL",
                "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES,
                "PRAGMA journal_size_limit = 67108864",
                "PRAGMA cache_size = -16000",
                // Savepoints write what they may have to undo to a temporary store: not to a file.
                "PRAGMA temp_store = MEMORY");
    }
}
