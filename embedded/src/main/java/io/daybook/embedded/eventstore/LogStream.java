package io.daybook.embedded.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, for ever. Holds one page, and a second one that is read ahead, bounded by events and by bytes, and shows nothing beyond it
 * until it is used up: so a processor's batch ends where a page ends, and memory is bounded however it is configured.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PATIENCE_SECONDS = 60;

    /** As many recent events at once. */
    private static final int PAGE = 512;

    private final SqliteEventStorageEngine engine;
    private final SqliteLog log;
    private final PageReader reader;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long position;
    private volatile boolean closed;

    LogStream(SqliteEventStorageEngine engine, PageReader reader, long position) {
        this.engine = engine;
        this.log = engine.log();
        this.reader = reader;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(page.peekFirst());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        while (page.isEmpty() && !closed) {
            load();
            if (!page.isEmpty()) break;
            if (!log.awaitBeyond(position, Duration.ofNanos(end - System.nanoTime()))) return false;
        }
        return !page.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            if (closed) throw new IllegalStateException("the stream is closed");
        }
        return page.removeFirst();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Upcasters may drop events: then the next page is tried, up to the head. */
    private void load() throws InterruptedException {
        takeRecent();
        while (page.isEmpty() && position < log.head()) {
            var next = reader.after(position);
            page.addAll(next.events());
            position = next.end();
        }
    }

    private void takeRecent() {
        long end = Math.min(position + PAGE, log.head());
        for (var next = nextRecent(end); next != null; next = nextRecent(end)) {
            page.addLast(next);
            position++;
        }
    }

    private @Nullable TrackedEventMessage<?> nextRecent(long end) {
        return position < end ? engine.recent().at(position + 1) : null;
    }
}
