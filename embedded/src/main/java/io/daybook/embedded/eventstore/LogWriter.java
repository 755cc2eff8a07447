package io.daybook.embedded.eventstore;

import io.daybook.embedded.eventstore.Append.Outcome;
import io.daybook.embedded.log.Chain;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.Copying;
import io.daybook.embedded.log.EventsFile;
import io.daybook.embedded.log.Head;
import io.daybook.embedded.log.Place;
import io.daybook.embedded.log.PointIndex;
import io.daybook.embedded.log.Readers;
import io.daybook.embedded.log.WriteConnection;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Writes the log, one transaction at a time. Whoever finds it free writes everything that waits, in its own thread: under
 * load many appends share one sync, and a lone one neither waits for anybody nor changes threads.
 */
final class LogWriter {

    private static final Logger logger = LoggerFactory.getLogger(LogWriter.class);

    private static final int GROUP_APPENDS = 1_024;
    private static final long GROUP_BYTES = 8 << 20;
    private static final int PROBE_SECONDS = 1;

    private final EventsFile file;
    private final Head head;
    private final Duration deadline;
    private final GroupObserver observer;
    private final BlockingQueue<Append> queue;

    /** Held by the one who writes; guards {@link #connection}. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean closed;
    /** Whether the last group did not get in. */
    private volatile boolean failing;

    private @Nullable WriteConnection connection;

    LogWriter(EventsFile file, Head head, SqliteLogSettings settings, GroupObserver observer) {
        this.file = file;
        this.head = head;
        this.deadline = settings.deadline();
        this.observer = observer;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
    }

    void open() throws SQLException {
        turn.lock();
        try {
            connection();
        } finally {
            turn.unlock();
        }
    }

    /** Returns when the append is durable or refused; throws {@link StoreUnavailable} otherwise. */
    Outcome append(Append append) {
        long end = System.nanoTime() + deadline.toNanos();
        if (closed) throw new StoreUnavailable("the event store is closed", null);
        if (!offer(append, end)) throw new StoreUnavailable("the event store is overloaded: its queue is full", null);
        try {
            Outcome outcome = append.await(end, () -> writeIfFree(append));
            if (outcome instanceof Outcome.Failed(Throwable cause)) {
                throw new StoreUnavailable("the event could not be made durable: " + cause.getMessage(), cause);
            }
            return outcome;
        } finally {
            // Whoever gives up must not stand at the head of the queue, where it would be woken in vain.
            if (append.isAbandoned() && queue.remove(append)) wakeNext();
        }
    }

    /** Finds out, after a group that did not get in, whether the next one would. */
    void probe() throws SQLException, InterruptedException {
        if (!failing) return;
        if (!turn.tryLock(PROBE_SECONDS, TimeUnit.SECONDS)) throw new SQLException("the disk does not answer");
        try {
            connection().touch();
            failing = false;
        } catch (SQLException | RuntimeException e) {
            reset();
            throw e;
        } finally {
            turn.unlock();
            wakeNext();
        }
    }

    /** Writes what is waiting; nothing is accepted from now on. */
    void finish() {
        closed = true;
        try {
            if (!turn.tryLock(deadline.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            while (!queue.isEmpty()) writeGroup();
        } finally {
            turn.unlock();
        }
    }

    /** To come after {@link #finish()}, and after all who read: the last to leave tidies the file up. */
    void close() throws SQLException {
        if (!turn.tryLock()) return;
        try {
            if (connection != null) connection.close();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Does something to the file while nobody writes to it and this has no connection, unless there is more in it than
     * its first event.
     */
    boolean replace(Readers.Work work) throws IOException, SQLException {
        takeTurn();
        try {
            if (connection().last().position() > 1) return false;
            reset();
            work.run();
            connection();
            return true;
        } finally {
            turn.unlock();
            wakeNext();
        }
    }

    /** Appends events as they were elsewhere, all or nothing, unless the log does not end at that place. */
    boolean extend(long position, byte[] hash, Copies copies) throws IOException, SQLException {
        takeTurn();
        try {
            WriteConnection open = connection();
            Place last = open.last();
            if (last.position() != position || !Arrays.equals(last.hash(), hash)) return false;
            head.moveTo(extended(open, last, copies));
            return true;
        } finally {
            turn.unlock();
            wakeNext();
        }
    }

    private Place extended(WriteConnection open, Place last, Copies copies) throws IOException, SQLException {
        boolean done = false;
        try {
            open.begin();
            Copying copying = new Copying(open, last);
            copies.into(copying);
            open.commit();
            done = true;
            return copying.place();
        } finally {
            // a connection that is closed takes back what it has begun
            if (!done) reset();
        }
    }

    private void takeTurn() {
        try {
            if (turn.tryLock(deadline.toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StoreUnavailable("the event store is busy", null);
    }

    private boolean offer(Append append, long end) {
        try {
            return queue.offer(append, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted before the event was written", e);
        }
    }

    /** Until its own append is settled: nobody writes for the others any longer than that. */
    private void writeIfFree(Append own) {
        while (!own.isSettled() && turn.tryLock()) {
            try {
                writeGroup();
            } finally {
                turn.unlock();
                wakeNext();
            }
        }
    }

    /** The one who waits longest finds the log free now; if it came too late to be seen here, it has found so itself. */
    private void wakeNext() {
        Append next = queue.peek();
        if (next != null) next.wake();
    }

    private void writeGroup() {
        List<Append> group = gather();
        if (!group.isEmpty()) write(group);
    }

    private List<Append> gather() {
        List<Append> group = new ArrayList<>();
        long bytes = 0;
        for (Append next = queue.poll(); next != null; next = queue.poll()) {
            if (!next.take()) continue;
            group.add(next);
            bytes += next.bytes();
            if (group.size() >= GROUP_APPENDS || bytes >= GROUP_BYTES) break;
        }
        return group;
    }

    private void write(List<Append> group) {
        long begun = System.nanoTime();
        try {
            WriteConnection open = connection();
            Place reached = head.place();
            long before = reached.position();
            // an insert by itself is a transaction already, with two statements less
            boolean alone = isOneEvent(group) && !PointIndex.isDue(before, before + 1);
            if (!alone) open.begin();
            for (Append append : group) reached = add(open, append, reached);
            open.index(before, reached.position());
            if (alone) open.sync();
            else open.commit();
            failing = false;
            if (reached.position() > head.place().position()) head.moveTo(reached);
        } catch (SQLException | RuntimeException | Error e) {
            // After a failed commit it is the file that knows what is in it: the next group opens it anew.
            if (!failing) logger.warn("a group of {} appends could not be written", group.size(), e);
            failing = true;
            reset();
            group.forEach(append -> append.intend(new Outcome.Failed(e)));
        }
        group.forEach(Append::settle);
        if (failing) observer.failed(group.size());
        else observer.written(sum(group, System.nanoTime() - begun));
    }

    private static boolean isOneEvent(List<Append> group) {
        return group.size() == 1 && group.getFirst().entries().size() == 1;
    }

    private static GroupObserver.Group sum(List<Append> group, long nanos) {
        int events = 0;
        long bytes = 0;
        for (Append append : group) {
            events += append.entries().size();
            bytes += append.bytes();
        }
        return new GroupObserver.Group(group.size(), events, bytes, nanos);
    }

    private Place add(WriteConnection open, Append append, Place before) throws SQLException {
        // an insert that fails takes itself back, but not those before it
        boolean several = append.entries().size() > 1;
        if (several) open.savepoint();
        Place reached = before;
        for (int i = 0; i < append.entries().size(); i++) {
            var entry = append.entries().get(i);
            reached = Chain.next(reached, entry.timestamp(), append.canonical(i));
            try {
                open.insert(reached, entry);
            } catch (SQLException e) {
                if (!isOfTheEvent(e)) throw e;
                if (several) open.undo();
                append.intend(new Outcome.Refused(i, e));
                requireLast(open, before);
                return before;
            }
        }
        if (several) open.release();
        append.intend(new Outcome.Appended(reached.position()));
        return reached;
    }

    /** Lest a log that somebody else has written to refuses every event from then on. */
    private static void requireLast(WriteConnection open, Place expected) throws SQLException {
        if (open.last().position() != expected.position()) {
            throw new SQLException("the log is not as it was left: somebody else has written to it");
        }
    }

    /** Errors that say something of the event and not of the file: they leave the transaction as it was. */
    private static boolean isOfTheEvent(SQLException e) {
        int code = e.getErrorCode();
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                || code == SQLiteErrorCode.SQLITE_TOOBIG.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    private WriteConnection connection() throws SQLException {
        WriteConnection open = connection;
        if (open == null) {
            open = WriteConnection.open(file, deadline);
            connection = open;
            open.syncEarlier();
            head.moveTo(open.last());
        }
        return open;
    }

    private void reset() {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            logger.warn("the log's connection could not be closed", e);
        }
        connection = null;
    }
}
