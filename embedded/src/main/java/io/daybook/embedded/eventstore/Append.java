package io.daybook.embedded.eventstore;

import io.daybook.embedded.log.Chain;
import io.daybook.embedded.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one caller wants appended, all or nothing, and what became of it. Made in the caller's thread, so that the
 * writer computes as little as possible; settled by the writer.
 */
final class Append {

    /** What a caller learns. */
    sealed interface Outcome {
        /** All events are durable; {@code position} is the last one's. */
        record Appended(long position) implements Outcome {}

        /** The event with this index stands against what the log holds. */
        record Refused(int index, Exception cause) implements Outcome {}

        /** The transaction failed. */
        record Failed(Throwable cause) implements Outcome {}
    }

    private enum State {
        QUEUED,
        TAKEN,
        SETTLED,
        ABANDONED
    }

    private final List<Entry> entries;
    private final List<byte[]> canonical;
    private final long bytes;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private @Nullable Outcome outcome;

    Append(List<Entry> entries) {
        this.entries = entries;
        this.canonical = new ArrayList<>(entries.size());
        long sum = 0;
        for (Entry entry : entries) {
            canonical.add(Chain.canonical(entry));
            sum += entry.payload().length;
        }
        this.bytes = sum;
    }

    List<Entry> entries() {
        return entries;
    }

    byte[] canonical(int index) {
        return canonical.get(index);
    }

    long bytes() {
        return bytes;
    }

    /** Asked by the writer before it begins: false when the caller has given up. */
    boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    /** What the writer will tell the caller, unless the transaction fails. */
    void intend(Outcome intended) {
        outcome = intended;
    }

    void settle() {
        state.set(State.SETTLED);
        wake();
    }

    void wake() {
        if (caller != Thread.currentThread()) LockSupport.unpark(caller);
    }

    boolean isSettled() {
        return state.get() == State.SETTLED;
    }

    /** The caller has given up before the writer began. */
    boolean isAbandoned() {
        return state.get() == State.ABANDONED;
    }

    /**
     * Waits for the outcome, not minding interruptions (the caller finds its flag set afterwards): an append that is
     * under way cannot be called back.
     *
     * @param deadline in the terms of {@link System#nanoTime}
     * @param help tried before each sleep: it may settle this append
     */
    Outcome await(long deadline, Runnable help) {
        boolean interrupted = false;
        while (state.get() != State.SETTLED && !isLate(deadline)) {
            help.run();
            if (isSettled()) break;
            LockSupport.parkNanos(this, Math.max(1, deadline - System.nanoTime()));
            interrupted |= Thread.interrupted();
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (state.get() == State.SETTLED && outcome != null) return outcome;
        throw tooLate();
    }

    private boolean isLate(long deadline) {
        if (System.nanoTime() - deadline < 0) return false;
        state.compareAndSet(State.QUEUED, State.ABANDONED);
        return true;
    }

    private StoreUnavailable tooLate() {
        return state.get() == State.ABANDONED
                ? new StoreUnavailable("the event store is overloaded: nothing was written within the deadline", null)
                : new StoreUnavailable.Unknown();
    }
}
