package io.daybook.embedded.documents;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections that only read, made when they are needed. A reader never waits for the writer. */
final class Readers {

    private static final int MOST = 8;
    private static final int PATIENCE_SECONDS = 10;

    private final ViewsFile file;
    private final Semaphore permits = new Semaphore(MOST);
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

    Readers(ViewsFile file) {
        this.file = file;
    }

    <T> T read(SqlWork<Session, T> work) throws SQLException {
        acquire(1);
        try {
            Session session = borrow();
            boolean sound = false;
            try {
                T result = work.on(session);
                sound = true;
                return result;
            } finally {
                if (sound) idle.add(session);
                else session.close();
            }
        } finally {
            permits.release();
        }
    }

    /** Closes all connections, once they have finished reading, and does {@code work} while there are none. */
    <T> T without(SqlWork<ViewsFile, T> work) throws SQLException {
        acquire(MOST);
        try {
            for (Session session = idle.poll(); session != null; session = idle.poll()) session.close();
            return work.on(file);
        } finally {
            permits.release(MOST);
        }
    }

    private Session borrow() throws SQLException {
        Session session = idle.poll();
        if (session != null) return session;
        Session fresh = file.connect();
        fresh.update("PRAGMA query_only = 1");
        return fresh;
    }

    private void acquire(int count) {
        try {
            if (permits.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ViewsUnavailable("no connection to the views was free in time", null);
    }
}
