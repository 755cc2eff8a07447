package io.daybook.testkit.cluster.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** How requests fared that were sent until somebody took them. */
public final class Tally {

    private final LongAdder taken = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong latest = new AtomicLong(System.nanoTime());

    void refuse() {
        refused.increment();
    }

    void breakOff() {
        broken.increment();
    }

    /**
     * @param begun when it was first sent
     * @param sent when it was sent as it was taken
     */
    void take(long begun, long sent, long answered) {
        taken.increment();
        longest.accumulateAndGet(answered - begun, Math::max);
        latest.accumulateAndGet(sent, Math::max);
    }

    void acknowledge() {
        written.increment();
    }

    /** Requests of all kinds that somebody took in the end. */
    public long taken() {
        return taken.sum();
    }

    /** Of those, the writes. */
    public long acknowledged() {
        return written.sum();
    }

    /** How often the answer was 503. */
    public long refused() {
        return refused.sum();
    }

    /** How often a request had to be sent again. */
    public long again() {
        return refused.sum() + broken.sum();
    }

    /** For how long, at most, somebody tried until a request was taken. */
    public long longestMillis() {
        return longest.get() / 1_000_000;
    }

    /** Whether any was taken that was sent after that moment of {@link System#nanoTime}. */
    public boolean isTakenAfter(long moment) {
        return latest.get() - moment > 0;
    }
}
