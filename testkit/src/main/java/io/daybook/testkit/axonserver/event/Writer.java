package io.daybook.testkit.axonserver.event;

import io.daybook.testkit.axonserver.wire.Refusal;
import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one thing after the other, and makes durable together what came in meanwhile. */
final class Writer {

    private static final int WAITING = 10_000;
    private static final int GROUP = 256;

    /** What is refused, is refused before anything of it has been written. */
    interface Work {
        void with(Connection connection) throws SQLException;
    }

    /** @param done is told once the work is on disk, or why it was refused */
    private record Pending(Work work, Consumer<@Nullable StatusRuntimeException> done) {}

    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Connection connection;
    private final Work committed;
    private final Thread thread = new Thread(this::run, "axon-server-writer");

    Writer(Connection connection, Work committed) {
        this.connection = connection;
        this.committed = committed;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void write(Work work, Consumer<@Nullable StatusRuntimeException> done) {
        if (!waiting.offer(new Pending(work, done))) done.accept(Refusal.NOT_WRITTEN.because("Too many writes"));
    }

    private void run() {
        List<Pending> group = new ArrayList<>();
        try {
            while (true) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, GROUP);
                write(group);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Pending> group) {
        try {
            Sql.run(connection, "BEGIN IMMEDIATE");
            group.removeIf(this::isRefused);
            Sql.run(connection, "COMMIT");
            committed.with(connection);
            group.forEach(pending -> pending.done.accept(null));
        } catch (SQLException | RuntimeException e) {
            rollBack();
            StatusRuntimeException refused = Refusal.NOT_WRITTEN.because(String.valueOf(e.getMessage()));
            group.forEach(pending -> pending.done.accept(refused));
        }
    }

    private boolean isRefused(Pending pending) {
        try {
            pending.work.with(connection);
            return false;
        } catch (StatusRuntimeException refused) {
            pending.done.accept(refused);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rollBack() {
        try {
            Sql.run(connection, "ROLLBACK");
        } catch (SQLException nothingBegun) {
            // there is nothing to undo
        }
    }

    /** What waits is not written. */
    void close() throws InterruptedException {
        thread.interrupt();
        thread.join(10_000);
    }
}
