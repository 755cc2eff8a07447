package io.daybook.embedded.eventstore;

import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.EventsFile;
import io.daybook.embedded.log.Place;
import io.daybook.embedded.log.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * The latest snapshot of each aggregate, with the place of the last event that it holds. Nothing depends on them: no
 * method fails, and a file that is not usable is made anew.
 */
final class Snapshots implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Snapshots.class);

    private static final int FORMAT = 1;

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS snapshots (
              aggregate_id BLOB PRIMARY KEY, aggregate_type BLOB, sequence INTEGER NOT NULL, event_id BLOB NOT NULL,
              timestamp INTEGER NOT NULL, type BLOB NOT NULL, revision BLOB, position INTEGER NOT NULL,
              hash BLOB NOT NULL, payload BLOB NOT NULL
            ) STRICT""";

    /** Passing troubles; after any other error it is the file that is to blame. */
    private static final Set<Integer> PASSING = Set.of(
            SQLiteErrorCode.SQLITE_FULL.code,
            SQLiteErrorCode.SQLITE_IOERR.code,
            SQLiteErrorCode.SQLITE_BUSY.code,
            SQLiteErrorCode.SQLITE_CANTOPEN.code);

    private static final byte[] NO_METADATA = {'{', '}'};
    private static final byte[] NO_HASH = {};

    private final Path path;
    private @Nullable Connection connection;

    Snapshots(Path path) {
        this.path = path;
    }

    /** Keeps a snapshot unless a later one is there. Its row's place is that of the event in the log. */
    synchronized void store(Row snapshot) {
        attempt(open -> {
            insert(open, snapshot);
            return true;
        });
    }

    synchronized Optional<Row> find(byte[] aggregateId) {
        return attempt(open -> select(open, aggregateId));
    }

    synchronized void forget(byte[] aggregateId) {
        attempt(open -> {
            try (var delete = open.prepareStatement("DELETE FROM snapshots WHERE aggregate_id = ?")) {
                delete.setBytes(1, aggregateId);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            logger.warn("{} could not be closed", path, e);
        }
        connection = null;
    }

    private interface Step<T> {
        @Nullable T on(Connection open) throws SQLException;
    }

    private <T> Optional<T> attempt(Step<T> step) {
        try {
            return Optional.ofNullable(step.on(connection()));
        } catch (SQLException e) {
            logger.warn("snapshots are left out: {} is not usable: {}", path, e.getMessage());
            close();
            if (!PASSING.contains(e.getErrorCode())) delete();
            return Optional.empty();
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = EventsFile.connect(path);
            EventsFile.run(connection, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL");
            if (EventsFile.number(connection, "PRAGMA user_version") != FORMAT) {
                EventsFile.run(connection, "DROP TABLE IF EXISTS snapshots");
            }
            EventsFile.run(connection, TABLE, "PRAGMA user_version = " + FORMAT);
        }
        return connection;
    }

    private void delete() {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            try {
                Files.deleteIfExists(path.resolveSibling(path.getFileName() + suffix));
            } catch (IOException e) {
                logger.warn("{}{} could not be deleted", path, suffix, e);
            }
        }
    }

    private static void insert(Connection open, Row snapshot) throws SQLException {
        Entry entry = snapshot.entry();
        try (var insert = open.prepareStatement("""
                INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (aggregate_id) DO UPDATE SET sequence = excluded.sequence, event_id = excluded.event_id,
                  timestamp = excluded.timestamp, type = excluded.type, revision = excluded.revision,
                  position = excluded.position, hash = excluded.hash, payload = excluded.payload
                WHERE excluded.sequence >= snapshots.sequence""")) {
            insert.setBytes(1, entry.aggregateId());
            insert.setBytes(2, entry.aggregateType());
            insert.setObject(3, entry.sequence());
            insert.setBytes(4, entry.eventId());
            insert.setLong(5, entry.timestamp());
            insert.setBytes(6, entry.type());
            insert.setBytes(7, entry.revision());
            insert.setLong(8, snapshot.place().position());
            insert.setBytes(9, snapshot.place().hash());
            insert.setBytes(10, entry.payload());
            insert.executeUpdate();
        }
    }

    private static @Nullable Row select(Connection open, byte[] aggregateId) throws SQLException {
        try (var select = open.prepareStatement("""
                SELECT position, hash, event_id, timestamp, aggregate_type, sequence, type, revision, payload
                FROM snapshots WHERE aggregate_id = ?""")) {
            select.setBytes(1, aggregateId);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? row(aggregateId, found) : null;
            }
        }
    }

    private static Row row(byte[] aggregateId, ResultSet found) throws SQLException {
        return new Row(
                new Place(found.getLong(1), found.getLong(4), found.getBytes(2)),
                new Entry(
                        found.getBytes(3),
                        found.getLong(4),
                        found.getBytes(5),
                        aggregateId,
                        found.getLong(6),
                        found.getBytes(7),
                        found.getBytes(8),
                        NO_METADATA,
                        NO_HASH,
                        found.getBytes(9)));
    }
}
