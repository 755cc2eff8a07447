package io.daybook.embedded.documents;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one connection that writes, lent to one thread at a time. */
final class Writer {

    private static final int PATIENCE_SECONDS = 30;

    private final ViewsFile file;

    /** Fair: a view that is rebuilt writes all the time, and is not to keep the others waiting for more than a batch. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private @Nullable Session session;

    Writer(ViewsFile file) {
        this.file = file;
    }

    /** Does {@code work} in one transaction. */
    <T> T write(SqlWork<Session, T> work) throws SQLException {
        acquire();
        try {
            Session open = session;
            if (open == null) open = file.connect();
            session = open;
            return open.writing(work);
        } catch (SQLException e) {
            discard(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** One that met a disk that takes nothing may have opened the file for reading only, and would keep it so. */
    private void discard(SQLException failure) {
        try (Session unsound = session) {
            session = null;
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Closes the connection and does {@code work} while there is none; another one is made when it is needed. */
    <T> T without(SqlWork<ViewsFile, T> work) throws SQLException {
        acquire();
        try {
            Session open = session;
            session = null;
            if (open != null) open.close();
            return work.on(file);
        } finally {
            lock.unlock();
        }
    }

    private void acquire() {
        try {
            if (lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ViewsUnavailable("the views could not be written in time", null);
    }
}
