package io.daybook.embedded.log;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections for reading, opened when they are needed. Nobody keeps one longer than a question takes. */
public final class Readers implements AutoCloseable {

    private static final int MOST = 8;

    private final EventsFile file;
    private final Duration deadline;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<EventReader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** @param deadline how long a question waits for a connection */
    public Readers(EventsFile file, Duration deadline) {
        this.file = file;
        this.deadline = deadline;
    }

    /** What is asked of one connection. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(EventReader reader) throws SQLException;
    }

    /** What is done to the file. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, SQLException;
    }

    /** Does something while there is no connection, once all have finished reading. */
    public void without(Work work) throws IOException, SQLException {
        acquire(MOST);
        try {
            closeIdle();
            work.run();
        } finally {
            permits.release(MOST);
        }
    }

    public <T> T ask(Question<T> question) throws SQLException {
        acquire(1);
        try {
            if (closed) throw new SQLException("the log is closed");
            EventReader reader = idle.pollFirst();
            if (reader == null) reader = new EventReader(file);
            return ask(reader, question);
        } finally {
            permits.release();
        }
    }

    private <T> T ask(EventReader reader, Question<T> question) throws SQLException {
        boolean sound = false;
        try {
            T answer = question.ask(reader);
            sound = true;
            return answer;
        } finally {
            // A connection that failed is not asked again: the next one finds a file that may be well by then.
            if (sound && !closed) idle.addFirst(reader);
            else reader.close();
        }
    }

    private void acquire(int count) throws SQLException {
        try {
            if (!permits.tryAcquire(count, deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SQLTransientConnectionException("all " + MOST + " connections for reading are busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
        }
    }

    /** Closes those that are idle; one that is in use is closed when its question is answered. */
    @Override
    public void close() throws SQLException {
        closed = true;
        closeIdle();
    }

    private void closeIdle() throws SQLException {
        for (EventReader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) reader.close();
    }
}
