package io.daybook.query.rebuild;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Leaves processors and store to the others for a fifth of the time as long as the log is written to. */
final class GivingWay {

    /** So close to its end, the work is done rather than dragged on: a log that is written to moves away from it. */
    private static final long NEAR = 2_000;

    /** How many times longer the work is than the pause behind it. */
    private static final int WORK = 4;

    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(250);

    private final LongSupplier head;
    private long seen;

    GivingWay(LongSupplier head) {
        this.head = head;
    }

    /** After a piece of work that took so long. */
    void pause(long took, long left) throws InterruptedException {
        long now = head.getAsLong();
        boolean written = now != seen && seen > 0;
        seen = now;
        if (written && left > NEAR) TimeUnit.NANOSECONDS.sleep(Math.min(took / WORK, LONGEST));
    }
}
