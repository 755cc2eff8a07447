package io.daybook.embedded.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The one connection that writes the log, and its statements. To be thrown away after any failure of a transaction. */
public final class WriteConnection implements AutoCloseable {

    /** Text goes in as bytes, so that the writer encodes nothing. */
    private static final String INSERT = """
            INSERT INTO events (position, event_id, timestamp, moment, aggregate_type, aggregate_id, sequence, type,
              revision, metadata, payload_hash, hash, payload)
            VALUES (?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT),
              CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, CAST(? AS TEXT))""";

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement savepoint;
    private final PreparedStatement release;
    private final PreparedStatement undo;
    private final PreparedStatement last;
    private final List<PreparedStatement> indexing = new ArrayList<>();
    private final @Nullable Path synced;
    private @Nullable FileChannel writeAheadLog;

    /** @param patience how long another process may hold the file up, a checkpoint by hand say */
    public static WriteConnection open(EventsFile file, Duration patience) throws SQLException {
        Connection connection = file.openForWriting();
        try {
            EventsFile.run(connection, "PRAGMA busy_timeout = " + patience.toMillis());
            return new WriteConnection(connection, file.syncedAtCommit());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private WriteConnection(Connection connection, @Nullable Path synced) throws SQLException {
        this.connection = connection;
        this.synced = synced;
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        insert = connection.prepareStatement(INSERT);
        savepoint = connection.prepareStatement("SAVEPOINT member");
        release = connection.prepareStatement("RELEASE member");
        undo = connection.prepareStatement("ROLLBACK TO member");
        last = connection.prepareStatement("SELECT position, moment, hash FROM events ORDER BY position DESC LIMIT 1");
        for (PointIndex index : PointIndex.values()) indexing.add(connection.prepareStatement(index.add()));
    }

    public Place last() throws SQLException {
        try (var result = last.executeQuery()) {
            return result.next() ? new Place(result.getLong(1), result.getLong(2), result.getBytes(3)) : Place.START;
        }
    }

    /** The first position in a range whose event does not follow its aggregate's previous one. */
    OptionalLong firstOutOfSequence(long from, long to) throws SQLException {
        try (var query = connection.prepareStatement(EventReader.OUT_OF_SEQUENCE)) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (var result = query.executeQuery()) {
                return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Moves all that was committed into the file itself, which needs no other beside it then. */
    void settle() throws SQLException {
        EventsFile.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE");
    }

    /** Begins a transaction; left to itself the driver would prepare this and the commit anew each time. */
    public void begin() throws SQLException {
        begin.executeUpdate();
    }

    /** When it fails the transaction is as it was before. Without one, it is committed, and is on disk after {@link #sync}. */
    public void insert(Place place, Entry entry) throws SQLException {
        insert.setLong(1, place.position());
        insert.setBytes(2, entry.eventId());
        insert.setLong(3, entry.timestamp());
        insert.setLong(4, place.moment());
        insert.setBytes(5, entry.aggregateType());
        insert.setBytes(6, entry.aggregateId());
        insert.setObject(7, entry.sequence());
        insert.setBytes(8, entry.type());
        insert.setBytes(9, entry.revision());
        insert.setBytes(10, entry.metadata());
        insert.setBytes(11, entry.payloadHash());
        insert.setBytes(12, place.hash());
        insert.setBytes(13, entry.payload());
        insert.executeUpdate();
    }

    /** Indexes the points that have become due: to be asked in each transaction, before it is committed. */
    public void index(long before, long reached) throws SQLException {
        if (!PointIndex.isDue(before, reached)) return;
        for (PreparedStatement add : indexing) {
            add.setLong(1, PointIndex.end(before));
            add.setLong(2, PointIndex.end(reached));
            add.executeUpdate();
        }
    }

    public void savepoint() throws SQLException {
        savepoint.executeUpdate();
    }

    public void release() throws SQLException {
        release.executeUpdate();
    }

    /** Takes back what was inserted since {@link #savepoint()}. */
    public void undo() throws SQLException {
        undo.executeUpdate();
        release.executeUpdate();
    }

    /** Returns when the transaction is on disk. */
    public void commit() throws SQLException {
        commit.executeUpdate();
        sync();
    }

    /**
     * Returns when what was committed is on disk, if that is asked for. The driver's SQLite would sync with {@code fsync},
     * which writes the file's times as well; {@code fdatasync} takes two thirds of that. SQLite holds no locks on this
     * file that closing it could release.
     */
    public void sync() throws SQLException {
        if (synced != null) sync(synced);
    }

    /** A commit that changes nothing, and needs what any commit needs: the format's number is written over itself. */
    public void touch() throws SQLException {
        begin();
        EventsFile.run(connection, "PRAGMA user_version = " + EventsFile.FORMAT);
        commit();
    }

    /** What an earlier process committed may not be on disk yet. */
    public void syncEarlier() throws SQLException {
        if (synced != null && Files.exists(synced)) sync(synced);
    }

    private void sync(Path file) throws SQLException {
        try {
            FileChannel open = writeAheadLog;
            if (open == null) {
                open = FileChannel.open(file, StandardOpenOption.WRITE);
                writeAheadLog = open;
            }
            open.force(false);
        } catch (IOException e) {
            throw new SQLException("committed, but not known to be on disk: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (FileChannel open = writeAheadLog) {
            connection.close();
        } catch (IOException ignored) {
            // nothing is written through it
        }
    }
}
