package io.daybook.query.view;

import java.util.concurrent.atomic.LongAdder;

/** How many reads had to wait for a view, how long together, and how many waited in vain. */
public final class ReadWaits {

    private final LongAdder waited = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void waited(long forNanos, boolean inVain) {
        waited.increment();
        nanos.add(forNanos);
        if (inVain) refused.increment();
    }

    public long waited() {
        return waited.sum();
    }

    public long nanos() {
        return nanos.sum();
    }

    public long refused() {
        return refused.sum();
    }
}
