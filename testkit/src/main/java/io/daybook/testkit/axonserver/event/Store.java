package io.daybook.testkit.axonserver.event;

import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.testkit.axonserver.wire.Refusal;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The file of events and snapshots: one connection writes, and whoever reads takes turns at another. */
public final class Store implements AutoCloseable {

    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Connection writing;
    private final Connection reading;
    private final Writer writer;
    private volatile long head;

    private Store(Connection writing, Connection reading) throws SQLException {
        this.writing = writing;
        this.reading = reading;
        head = Events.head(writing);
        writer = new Writer(writing, this::committed);
    }

    public static Store open(Path folder) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("axon-server.db");
        Connection writing = DriverManager.getConnection(url);
        for (String statement : Events.SCHEMA) Sql.run(writing, statement);
        Store store = new Store(writing, DriverManager.getConnection(url));
        store.writer.start();
        return store;
    }

    /** The last event that is durable, -1 when there is none. */
    long head() {
        return head;
    }

    /** @param done is told when they are durable, or why they were refused */
    void append(List<Event> events, Consumer<@Nullable StatusRuntimeException> done) {
        writer.write(connection -> Events.append(connection, events), done);
    }

    void putSnapshot(Event snapshot, Consumer<@Nullable StatusRuntimeException> done) {
        writer.write(connection -> Events.putSnapshot(connection, snapshot), done);
    }

    <T> T ask(Question<T> question) {
        synchronized (reading) {
            try {
                return question.ask(reading);
            } catch (SQLException e) {
                throw Refusal.NOT_READ.because(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Is run whenever something has been written. */
    void whenWritten(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private void committed(Connection connection) throws SQLException {
        head = Events.head(connection);
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        writer.close();
        synchronized (reading) {
            reading.close();
        }
        writing.close();
    }
}
