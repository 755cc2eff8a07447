package io.daybook.server.running;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come, and not for ever. */
public final class Deadline {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Deadline() {}

    /** Asks again and again until the answer is yes. */
    public static void until(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > end) throw new AssertionError("not within " + LONGEST + ": " + what);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
