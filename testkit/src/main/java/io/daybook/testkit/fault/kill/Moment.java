package io.daybook.testkit.fault.kill;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** A moment at random, before the end of something that takes a while. One that was too late bounds those to come. */
final class Moment {

    private final SplittableRandom random = new SplittableRandom();
    private long boundNanos;
    private long drawnNanos;

    Moment(Duration longest) {
        boundNanos = longest.toNanos();
    }

    void await() {
        drawnNanos = random.nextLong(boundNanos);
        LockSupport.parkNanos(drawnNanos);
    }

    void wasTooLate() {
        boundNanos = Math.max(1, drawnNanos);
    }
}
