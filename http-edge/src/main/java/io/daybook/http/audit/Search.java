package io.daybook.http.audit;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The events that a filter lets through, looked for part by part: no question to the log takes long, and a search for
 * what no index leads to can end before the log does.
 */
final class Search implements AutoCloseable {

    /** Positions; a search begins with few and takes more and more, so that one that is led by an index asks seldom. */
    private static final long FEWEST = 1 << 14;

    private static final long MOST = 1 << 18;

    private final EventLog log;
    private final EventFilter filter;
    private final long nanos;
    private final long begun = System.nanoTime();
    private Stream<LoggedEvent> part = Stream.empty();
    private Iterator<LoggedEvent> each = part.iterator();
    private long size = FEWEST;
    private long reached;

    /** @param patience after which no further part is looked at; the first one always is */
    Search(EventLog log, EventFilter filter, Duration patience) {
        this.log = log;
        this.filter = filter.upTo(Math.min(filter.upTo(), log.head()));
        this.nanos = patience.toNanos();
        this.reached = filter.after();
    }

    boolean hasNext() {
        while (!each.hasNext()) {
            if (isOver() || isLate()) return false;
            advance();
        }
        return true;
    }

    LoggedEvent next() {
        return each.next();
    }

    /** Whether nothing is left to be looked at. */
    boolean isOver() {
        return reached >= filter.upTo() && !each.hasNext();
    }

    /** The last position that was looked at, once there is no next event. */
    long reached() {
        return reached;
    }

    private boolean isLate() {
        return reached > filter.after() && System.nanoTime() - begun >= nanos;
    }

    /** An aggregate's events are led to by their own sequence, and are few or wanted. */
    private void advance() {
        long from = reached;
        reached = filter.aggregate() != null ? filter.upTo() : Math.min(filter.upTo(), from + size);
        size = Math.min(MOST, size * 2);
        part.close();
        part = log.read(filter.after(from).upTo(reached));
        each = part.iterator();
    }

    @Override
    public void close() {
        part.close();
    }
}
