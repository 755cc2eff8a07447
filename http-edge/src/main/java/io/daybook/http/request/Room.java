package io.daybook.http.request;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.Refused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory that long bodies share: a crowd of them has to queue, and cannot use up all there is. */
final class Room {

    /** What is not longer is not counted. */
    static final int SHORT = 64 << 10;

    private static final int UNIT = 1 << 10;

    private final int size;
    private final Semaphore free;
    private final Duration patience;

    /** @param patience how long a body may wait for others to leave */
    Room(long bytes, Duration patience) {
        size = (int) Math.min(bytes / UNIT, Integer.MAX_VALUE);
        free = new Semaphore(size, true);
        this.patience = patience;
    }

    /** What one body takes. */
    final class Place {

        private int held;

        /** @param bytes that the body takes from now on, more than before */
        void hold(long bytes) {
            int wanted = bytes <= SHORT ? 0 : (int) Math.min(bytes / UNIT + 1, size);
            if (wanted > held) enter(wanted - held);
            held = wanted;
        }

        void leave() {
            free.release(held);
            held = 0;
        }
    }

    private void enter(int units) {
        try {
            if (free.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(Refusal.OVERLOADED, "too many long bodies are being worked on; try again");
    }
}
