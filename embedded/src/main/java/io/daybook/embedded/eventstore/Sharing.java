package io.daybook.embedded.eventstore;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.SharedEvent;
import io.daybook.api.log.SharedLog;
import io.daybook.api.log.SharedLog.Placed;
import io.daybook.embedded.eventstore.Append.Outcome;
import io.daybook.embedded.log.Chain;
import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.Row;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What makes the log of this node the copy of one that several nodes share: appends go there, and come back. */
final class Sharing implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Sharing.class);
    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final SharedLog origin;
    private final SqliteLog copy;
    private final Duration deadline;
    private final LatestHead latest;
    private @Nullable Follower follower;

    Sharing(SharedLog origin, SqliteLog copy, Duration deadline) {
        this.origin = origin;
        this.copy = copy;
        this.deadline = deadline;
        this.latest = new LatestHead(origin);
    }

    void connect() {
        origin.open();
    }

    /** @throws OtherLog when the copy is of another one */
    void requireCopy() {
        long theirs = head(deadline);
        long ours = copy.head();
        if (ours > theirs) {
            throw new OtherLog(
                    "the shared log ends at position " + theirs + ", and this node's copy of it at position " + ours);
        }
        if (ours > 0) requireSame(ours);
    }

    private void requireSame(long position) {
        try (SharedLog.Coming events = origin.after(position - 1)) {
            SharedEvent theirs = events.next(deadline)
                    .map(Placed::event)
                    .orElseThrow(() -> new StoreUnavailable("the shared log does not tell position " + position, null));
            if (isSame(copy.page(position - 1).getFirst(), theirs)) return;
            throw new OtherLog(
                    "position " + position + " of the shared log holds another event than this node's copy of it");
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    static boolean isSame(Row ours, SharedEvent theirs) {
        return Arrays.equals(Chain.canonical(ours.entry()), Chain.canonical(Entry.of(theirs)));
    }

    /** Returns when the copy has come to where the shared log ends now, and goes on following it. */
    void follow(Consumer<SharedEvent> node) {
        Follower fresh = new Follower(origin, copy, node);
        follower = fresh;
        fresh.start();
        long wanted = head(deadline);
        try {
            while (!fresh.passed().awaitBeyond(wanted - 1, PROGRESS.toMillis(), TimeUnit.MILLISECONDS)) {
                if (fresh.trouble() instanceof OtherLog other) throw other;
                logger.info("fetching the log: position {} of {}", copy.head(), wanted);
            }
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    /** Returns when the copy has come to where the shared log ends now. */
    void fetch() {
        follow(event -> {});
        follower().close();
        follower = null;
    }

    Outcome append(List<Entry> entries) {
        List<SharedEvent> events = entries.stream().map(Entry::toSharedEvent).toList();
        String last = events.getLast().id();
        CompletableFuture<Long> passed = follower().expect(last);
        try {
            if (!origin.append(events)) return refused(entries);
            return new Outcome.Appended(passed.get(deadline.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            throw new StoreUnavailable.Unknown("the shared log has the event, and this node's copy not yet");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable.Unknown("interrupted before this node's copy had the event");
        } finally {
            follower().forget(last);
        }
    }

    /** The server does not tell which event it was; the copy does, once it has come so far. */
    private Outcome refused(List<Entry> entries) {
        refresh(deadline);
        int index = 0;
        while (index < entries.size() - 1 && !isTaken(entries.get(index))) index++;
        return new Outcome.Refused(index, new SequenceTaken());
    }

    private boolean isTaken(Entry entry) {
        Long sequence = entry.sequence();
        if (sequence == null) return false;
        String aggregate = Objects.requireNonNull(entry.toSharedEvent().aggregateId());
        return copy.lastSequence(aggregate).orElse(-1L) >= sequence;
    }

    /** Returns once this node knows every event that was in the shared log before the call. */
    void refresh(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long wanted = head(patience);
        try {
            if (follower().passed().awaitBeyond(wanted - 1, end - System.nanoTime(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
        throw new StoreUnavailable(
                "this node knows position " + follower().passed().place().position()
                        + " of the shared log, and not yet " + wanted,
                follower().trouble());
    }

    /** What recomputing the copy's chain found, unless the shared log holds something else. */
    ChainReport compared(ChainReport chain, LongConsumer reached) {
        if (!chain.verified()) return chain;
        return new SharedComparison(origin, copy, deadline).against(chain, head(deadline), reached);
    }

    /** Appends to the shared log what the copy has beyond its end; answers how many events that were. */
    long giveBack(LongConsumer reached) {
        long from = head(deadline);
        long position = from;
        if (from > 0 && from <= copy.head()) requireSame(from);
        for (List<Row> rows = copy.page(position); !rows.isEmpty(); rows = copy.page(position)) {
            List<SharedEvent> events =
                    rows.stream().map(row -> row.entry().toSharedEvent()).toList();
            if (!origin.append(events)) {
                throw new OtherLog("the shared log does not take position " + (position + 1) + " as its next event");
            }
            position = rows.getLast().place().position();
            reached.accept(position);
        }
        return position - from;
    }

    long head(Duration patience) {
        try {
            return latest.ask().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new StoreUnavailable("the shared log does not answer in time", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new StoreUnavailable("the shared log cannot be asked: " + failed.getMessage(), failed);
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    private static StoreUnavailable interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new StoreUnavailable("interrupted while the shared log was asked", stopping);
    }

    private Follower follower() {
        Follower following = follower;
        if (following == null) throw new StoreUnavailable("the shared log is not followed yet", null);
        return following;
    }

    @Override
    public void close() {
        if (follower != null) follower.close();
        origin.close();
    }
}
