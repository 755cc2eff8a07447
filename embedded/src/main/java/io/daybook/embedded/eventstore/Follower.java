package io.daybook.embedded.eventstore;

import io.daybook.api.log.SharedEvent;
import io.daybook.api.log.SharedLog;
import io.daybook.api.log.SharedLog.Coming;
import io.daybook.api.log.SharedLog.Placed;
import io.daybook.embedded.eventstore.Append.Outcome;
import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.Head;
import io.daybook.embedded.log.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the shared log into this node's copy, in its order, on one thread: each event is written, then told to the node,
 * and only then has it passed. Goes on by itself when the server was away.
 */
final class Follower implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Follower.class);

    private static final int GROUP_EVENTS = 512;
    private static final long GROUP_BYTES = 4 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int STOP_SECONDS = 10;

    private final SharedLog origin;
    private final SqliteLog copy;
    private final Consumer<SharedEvent> node;
    private final Head passed = new Head();
    /** By the id of the last event of an append of this node's. */
    private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();

    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException trouble;

    /** @param node is told of each event that was not in the copy before */
    Follower(SharedLog origin, SqliteLog copy, Consumer<SharedEvent> node) {
        this.origin = origin;
        this.copy = copy;
        this.node = node;
        this.thread = Thread.ofPlatform().daemon().name("log-follower").unstarted(this::run);
    }

    void start() {
        passed.moveTo(copy.place());
        thread.start();
    }

    /** Up to where the node knows everything. */
    Head passed() {
        return passed;
    }

    /** Why it does not get on; null when it does. */
    @Nullable RuntimeException trouble() {
        return trouble;
    }

    /** Will tell the position of an event that this node is about to append; to be forgotten again. */
    CompletableFuture<Long> expect(String eventId) {
        return expected.computeIfAbsent(eventId, id -> new CompletableFuture<>());
    }

    void forget(String eventId) {
        expected.remove(eventId);
    }

    private void run() {
        while (!closed) {
            try (Coming events = origin.after(copy.head())) {
                while (!closed) take(events);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                if (!closed) rest(failure);
            }
        }
    }

    private void rest(RuntimeException failure) {
        if (trouble == null) logger.warn("the log is not followed for now: {}", failure.getMessage());
        logger.debug("the log is not followed for now", failure);
        trouble = failure;
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Coming events) throws InterruptedException {
        List<SharedEvent> group = group(events);
        if (group.isEmpty()) return;
        keep(group);
        if (trouble != null) logger.info("the log is followed again");
        trouble = null;
    }

    private List<SharedEvent> group(Coming events) throws InterruptedException {
        List<SharedEvent> group = new ArrayList<>();
        long position = copy.head();
        long bytes = 0;
        Optional<Placed> next = events.next(PATIENCE);
        while (next.isPresent()) {
            requireNext(++position, next.get().position());
            SharedEvent event = next.get().event();
            group.add(event);
            bytes += event.payload().length;
            if (group.size() == GROUP_EVENTS || bytes >= GROUP_BYTES) break;
            next = events.next(Duration.ZERO);
        }
        return group;
    }

    private static void requireNext(long position, long told) {
        if (told != position) throw new OtherLog("the shared log tells position " + told + ", and not " + position);
    }

    private void keep(List<SharedEvent> group) {
        long before = copy.head();
        switch (copy.keep(group.stream().map(Entry::of).toList())) {
            case Outcome.Appended(long last) -> requireNext(before + group.size(), last);
            case Outcome.Refused(int index, var cause) ->
                throw new OtherLog("position " + (before + 1 + index)
                        + " of the shared log holds an event whose id, or place in its aggregate, is taken");
            case Outcome.Failed(var cause) -> throw new StoreUnavailable("not written: " + cause.getMessage(), cause);
        }
        Place reached = copy.place();
        tell(group);
        passed.moveTo(reached);
        for (int i = 0; i < group.size(); i++) release(group.get(i), before + 1 + i);
    }

    /** What the node knows would have a hole ever after: it has to begin anew. */
    private void tell(List<SharedEvent> group) {
        try {
            group.forEach(node);
        } catch (RuntimeException defect) {
            logger.error("an event of the shared log was not understood: this node has to be restarted", defect);
            trouble = defect;
            closed = true;
            throw defect;
        }
    }

    private void release(SharedEvent event, long position) {
        CompletableFuture<Long> waiting = expected.remove(event.id());
        if (waiting != null) waiting.complete(position);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (!thread.join(Duration.ofSeconds(STOP_SECONDS))) logger.warn("the log is still followed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
