package io.daybook.embedded.log;

import io.daybook.api.log.LoggedEvent;
import io.daybook.embedded.home.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A log that is written beside the one in use, and takes its place in one step. What is not put in place is deleted. */
public final class NewLog implements AutoCloseable {

    /** Nobody waits for the disk: events that go into one transaction. */
    private static final int GROUP = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> BESIDES = List.of("-wal", "-shm");

    private final Path events;
    private final Path file;
    private final Copying copying;
    private @Nullable WriteConnection connection;
    private int open;

    private NewLog(Path events, WriteConnection connection) throws SQLException {
        this.events = events;
        this.file = besides(events);
        this.connection = connection;
        this.copying = new Copying(connection, Place.START);
        connection.begin();
    }

    /** @param events the file of the log in use */
    public static NewLog beside(Path events) throws IOException, SQLException {
        discard(events);
        EventsFile file = new EventsFile(besides(events), false);
        return new NewLog(events, WriteConnection.open(file, PATIENCE));
    }

    /** Deletes what a process has left that was killed. */
    public static void discard(Path events) throws IOException {
        Path file = besides(events);
        for (String suffix : BESIDES) Files.deleteIfExists(with(file, suffix));
        Files.deleteIfExists(file);
    }

    private static Path besides(Path events) {
        return events.resolveSibling("events-new.db");
    }

    private static Path with(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** @throws IllegalArgumentException when the event cannot be the next one; says why */
    public void add(LoggedEvent event) throws SQLException {
        copying.add(event);
        if (++open < GROUP) return;
        connection().commit();
        connection().begin();
        open = 0;
    }

    /** The position of the first event that does not follow its aggregate's previous one. */
    public OptionalLong outOfSequence() throws SQLException {
        return copying.outOfSequence();
    }

    /** Nothing is added any more; all of it is on disk. */
    public void finish() throws IOException, SQLException {
        connection().commit();
        connection().settle();
        connection().close();
        connection = null;
        Durable.file(file);
    }

    /** The place of the last event. */
    public Place place() {
        return copying.place();
    }

    public String hash() {
        return copying.hash();
    }

    /**
     * Takes the place of the log in use, to which nobody has a connection. What SQLite keeps beside a file must never
     * come to lie beside another.
     */
    public void putInPlace() throws IOException {
        Path written = with(events, "-wal");
        if (Files.exists(written) && Files.size(written) > 0) {
            throw new IOException("another program has " + events + " open");
        }
        for (String suffix : BESIDES) Files.deleteIfExists(with(events, suffix));
        Files.move(file, events, StandardCopyOption.ATOMIC_MOVE);
        Path folder = Objects.requireNonNull(events.toAbsolutePath().getParent());
        Durable.names(folder, folder);
    }

    private WriteConnection connection() {
        return Objects.requireNonNull(connection, "the log is finished");
    }

    @Override
    public void close() throws IOException, SQLException {
        if (connection != null) connection.close();
        connection = null;
        discard(events);
    }
}
