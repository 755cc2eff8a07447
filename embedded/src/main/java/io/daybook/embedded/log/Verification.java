package io.daybook.embedded.log;

import io.daybook.api.log.ChainReport;
import io.daybook.embedded.log.Stretch.Found;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Recomputes the chain over a range, on all cores, and tells the first position that is not what was written. Reasons:
 * {@code MISSING} (no event there), {@code SURPLUS} (an event before the first), {@code PAYLOAD} (its hash is another),
 * {@code METADATA} (not as they are written), {@code MOMENT}, {@code HASH} (any other column, or the order),
 * {@code SEQUENCE} (does not follow its aggregate's previous event), {@code INTEGRITY} (what SQLite itself reports, or a
 * table of {@link PointIndex} that does not agree with the events).
 */
public final class Verification {

    static final String INTEGRITY = "INTEGRITY: ";

    private static final String SOUND = "ok";
    private static final int STRETCH = EventReader.PAGE_EVENTS;
    private static final int WORKERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** How many stretches are given out: enough that nobody waits for the slowest. */
    private static final int AHEAD = 4 * WORKERS;

    private final Readers readers;
    private final long from;
    private final long to;

    public Verification(Readers readers, long from, long to) {
        if (from < 1) throw new IllegalArgumentException("a log begins at position 1, not " + from);
        this.readers = readers;
        this.from = from;
        this.to = to;
    }

    public ChainReport run(long head) throws SQLException {
        return run(head, position -> {});
    }

    /**
     * @param head the last position of the log: only a check of all of it asks SQLite too
     * @param reached is told how far it has come
     */
    public ChainReport run(long head, LongConsumer reached) throws SQLException {
        try {
            OptionalLong first = readers.ask(EventReader::firstPosition);
            boolean surplus = from == 1 && first.isPresent() && first.getAsLong() < 1;
            return surplus ? bad(Place.START, first.getAsLong(), "SURPLUS") : recomputed(head, reached);
        } catch (SQLException e) {
            if (!Stretch.isDamage(e)) throw e;
            return bad(Place.START, from, INTEGRITY + e.getMessage());
        }
    }

    private ChainReport recomputed(long head, LongConsumer reached) throws SQLException {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            boolean whole = from == 1 && to == head;
            Future<String> integrity = workers.submit(() -> whole ? integrity() : SOUND);
            IndexCheck indexes = new IndexCheck(head);
            Found found = walk(workers, indexes, reached);
            if (found.bad() != null) return bad(found.last(), found.bad(), String.valueOf(found.reason()));
            String reported = got(integrity);
            if (!reported.equals(SOUND)) return bad(found.last(), from, INTEGRITY + reported);
            Place last = found.last();
            if (whole)
                found = readers.ask(reader -> indexes.surplus(reader, last)).orElse(found);
            if (found.bad() != null) return bad(last, found.bad(), String.valueOf(found.reason()));
            return new ChainReport(true, from, to, hash(found.last()), null, null);
        }
    }

    private Found walk(ExecutorService workers, IndexCheck indexes, LongConsumer reached) throws SQLException {
        Found found = new Stretch(from, from - 1).check(readers, indexes);
        Deque<Future<Found>> given = new ArrayDeque<>();
        long next = from;
        while (!found.isBad() && (next <= to || !given.isEmpty())) {
            for (; given.size() < AHEAD && next <= to; next += STRETCH) {
                Stretch stretch = new Stretch(next, Math.min(to, next + STRETCH - 1));
                given.add(workers.submit(() -> stretch.check(readers, indexes)));
            }
            found = got(given.remove());
            reached.accept(found.last().position());
        }
        given.forEach(stretch -> stretch.cancel(false));
        return found;
    }

    private static <T> T got(Future<T> result) throws SQLException {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException cause) throw cause;
            throw new IllegalStateException("the log could not be verified", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the log was verified", stopping);
        }
    }

    private String integrity() throws SQLException {
        try {
            return readers.ask(EventReader::integrity);
        } catch (SQLException e) {
            if (!Stretch.isDamage(e)) throw e;
            return String.valueOf(e.getMessage());
        }
    }

    private ChainReport bad(Place last, long position, String reason) {
        return new ChainReport(false, from, to, hash(last), position, reason);
    }

    private static String hash(Place place) {
        return HexFormat.of().formatHex(place.hash());
    }
}
