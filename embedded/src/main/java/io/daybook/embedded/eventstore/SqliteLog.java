package io.daybook.embedded.eventstore;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.log.ReadCount;
import io.daybook.api.log.SharedEvent;
import io.daybook.api.log.SharedLog;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.EventsFile;
import io.daybook.embedded.log.FilteredEvents;
import io.daybook.embedded.log.Head;
import io.daybook.embedded.log.NewLog;
import io.daybook.embedded.log.Place;
import io.daybook.embedded.log.Readers;
import io.daybook.embedded.log.Row;
import io.daybook.embedded.log.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The event log in one SQLite file: this process's own, or this node's copy of one that several nodes share. Building one
 * does no I/O; {@link #open} does.
 */
public final class SqliteLog implements EventLog, ReadCount, AutoCloseable {

    /** Of those who only want to know whether the shared log is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Head head = new Head();
    private final Readers readers;
    private final LogWriter writer;
    private final Snapshots snapshots;
    private final LongAdder read = new LongAdder();
    private final Recent recent = new Recent();
    private final Path events;
    private final @Nullable Sharing sharing;

    public SqliteLog(SqliteLogSettings settings) {
        this(settings, GroupObserver.NOBODY);
    }

    /** @param observer is told of each group of appends */
    public SqliteLog(SqliteLogSettings settings, GroupObserver observer) {
        this(settings, file(settings), observer, null);
    }

    /** @param origin that this one is a copy of, and that appends go to */
    public SqliteLog(SqliteLogSettings settings, GroupObserver observer, SharedLog origin) {
        this(settings, file(settings), observer, origin);
    }

    private static EventsFile file(SqliteLogSettings settings) {
        return new EventsFile(settings.events(), settings.sync() == Sync.FULL);
    }

    SqliteLog(SqliteLogSettings settings, EventsFile file) {
        this(settings, file, GroupObserver.NOBODY, null);
    }

    private SqliteLog(SqliteLogSettings settings, EventsFile file, GroupObserver observer, @Nullable SharedLog origin) {
        readers = new Readers(file, settings.deadline());
        writer = new LogWriter(file, head, settings, observer);
        snapshots = new Snapshots(settings.snapshots());
        events = settings.events();
        sharing = origin == null ? null : new Sharing(origin, this, settings.deadline());
    }

    /**
     * Creates or opens the file and starts the writer. A log that was left by a crash needs nothing more.
     *
     * @throws IllegalStateException when it is no log, or one of a newer format
     */
    public void open() {
        try {
            NewLog.discard(events);
            writer.open();
        } catch (IOException | SQLException e) {
            throw new StoreUnavailable("the event log cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Of a copy: finds the shared log. This and what follows does nothing for any other. */
    public void connect() {
        if (sharing != null) sharing.connect();
    }

    /** @throws OtherLog when it is a copy of another log than the one that it is connected to */
    public void requireCopy() {
        if (sharing != null) sharing.requireCopy();
    }

    /**
     * Returns when the copy holds all that the shared log holds now, and goes on following it.
     *
     * @param node is told of each event that comes, in order, before it counts as known here
     */
    public void follow(Consumer<SharedEvent> node) {
        if (sharing != null) sharing.follow(node);
    }

    /** Returns when the copy holds all that the shared log holds now, and leaves it at that. */
    public void fetch() {
        if (sharing != null) sharing.fetch();
    }

    /**
     * Returns once every event that was acknowledged anywhere before the call is known here; at once when there is nobody
     * else.
     *
     * @throws RuntimeException which is also {@link io.daybook.api.refusal.Unavailable} when that takes too long
     */
    public void refresh(Duration patience) {
        if (sharing != null) sharing.refresh(patience);
    }

    /** The position of the shared log's last event; of this one's when it is no copy. */
    public long sharedHead() {
        return sharing == null ? head() : sharing.head(PATIENCE);
    }

    /**
     * Appends to the shared log what the copy holds beyond its end.
     *
     * @param reached is told how far it has come
     * @return how many events there were
     */
    public long giveBack(LongConsumer reached) {
        return sharing == null ? 0 : sharing.giveBack(reached);
    }

    /**
     * Asks a log whose last append was not made durable whether the next one would be; any other costs nothing to ask.
     *
     * @throws StoreUnavailable when it would not
     */
    public void probe() throws InterruptedException {
        try {
            writer.probe();
        } catch (SQLException e) {
            throw new StoreUnavailable("the event log cannot be written: " + e.getMessage(), e);
        }
        refresh(PATIENCE);
    }

    @Override
    public long head() {
        return head.place().position();
    }

    @Override
    public boolean awaitBeyond(long position, Duration patience) throws InterruptedException {
        return head.awaitBeyond(position, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Stream<LoggedEvent> read(EventFilter filter) {
        return StreamSupport.stream(new FilteredEvents(this::counted, filter, head()), false)
                .map(Row::toLoggedEvent);
    }

    @Override
    public Optional<LoggedEvent> at(long position) {
        if (position > head()) return Optional.empty();
        return counted(reader -> reader.at(position).stream().toList()).stream()
                .map(Row::toLoggedEvent)
                .findFirst();
    }

    @Override
    public Optional<LoggedEvent> first(String aggregate) {
        return counted(reader -> reader.ofAggregate(aggregate, 0, 1)).stream()
                .map(Row::toLoggedEvent)
                .filter(event -> event.position() <= head())
                .findFirst();
    }

    @Override
    public long eventsRead() {
        return read.sum();
    }

    private List<Row> counted(Readers.Question<List<Row>> question) {
        List<Row> rows = ask(question);
        read.add(rows.size());
        return rows;
    }

    @Override
    public ChainReport verify(long from, long to) {
        return verify(from, to, position -> {});
    }

    /** @param reached is told how far it has come */
    public ChainReport verify(long from, long to, LongConsumer reached) {
        try {
            long head = head();
            ChainReport chain = new Verification(readers, from, to == Long.MAX_VALUE ? head : to).run(head, reached);
            return sharing == null ? chain : sharing.compared(chain, reached);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Puts another log in this one's place, in one step, unless this one holds more than its first event. Whoever reads
     * or writes it waits meanwhile.
     */
    public boolean replaceBy(NewLog fresh) {
        return changed(() -> {
            boolean replaced = writer.replace(() -> readers.without(fresh::putInPlace));
            if (replaced) recent.clear();
            return replaced;
        });
    }

    /** Appends events as they were elsewhere, all or nothing, unless this log does not end at that position and hash. */
    public boolean extend(long position, byte[] hash, Copies copies) {
        return changed(() -> writer.extend(position, hash, copies));
    }

    private interface Change {
        boolean make() throws IOException, SQLException;
    }

    private static boolean changed(Change change) {
        try {
            return change.make();
        } catch (SQLException e) {
            throw new StoreUnavailable("the event log cannot be written: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finishes what is queued. */
    @Override
    public void close() {
        if (sharing != null) sharing.close();
        try {
            writer.finish();
            snapshots.close();
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("the event log could not be closed: " + e.getMessage(), e);
        }
    }

    Append.Outcome append(List<Entry> entries) {
        return sharing == null ? keep(entries) : sharing.append(entries);
    }

    /** Into the file, whatever it is. */
    Append.Outcome keep(List<Entry> entries) {
        return writer.append(new Append(entries));
    }

    Place place() {
        return head.place();
    }

    Recent recent() {
        return recent;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** The next events beyond a position: as many as a page holds, and none that is not durable yet. */
    List<Row> page(long after) {
        long durable = head();
        return ask(reader -> reader.after(after, durable));
    }

    List<Row> ofAggregate(String aggregate, long from, int limit) {
        long durable = head();
        return ask(reader -> reader.ofAggregate(aggregate, from, limit)).stream()
                .takeWhile(row -> row.place().position() <= durable)
                .toList();
    }

    Optional<Place> placeOf(String aggregate, long sequence) {
        return ask(reader -> reader.placeOf(aggregate, sequence));
    }

    Optional<Long> lastSequence(String aggregate) {
        OptionalLong last = ask(reader -> reader.lastSequence(aggregate));
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public long before(Instant instant) {
        // A fraction of a millisecond counts as a whole one: events carry none.
        long moment = instant.plusNanos(999_999).toEpochMilli();
        long head = head();
        return ask(reader -> reader.lastBefore(moment, head));
    }

    private <T> T ask(Readers.Question<T> question) {
        try {
            return readers.ask(question);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static StoreUnavailable unreadable(SQLException e) {
        return new StoreUnavailable("the event log cannot be read: " + e.getMessage(), e);
    }
}
