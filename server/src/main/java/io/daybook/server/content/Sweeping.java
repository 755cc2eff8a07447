package io.daybook.server.content;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sweeps a while after the start, and then once a day, beside everything else. Not at once: whoever has started an older
 * copy of the log by mistake has that while to notice.
 */
public final class Sweeping implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int STOP_SECONDS = 10;

    private final Sweep sweep;
    private final Duration first;
    private volatile @Nullable ScheduledExecutorService thread;

    /** @param first how long after the start */
    public Sweeping(Sweep sweep, Duration first) {
        this.sweep = sweep;
        this.first = first;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // no failure leaves the sweep
    public synchronized void start() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("content-sweep").factory());
        fresh.scheduleWithFixedDelay(this::sweep, first.toMillis(), DAY.toMillis(), TimeUnit.MILLISECONDS);
        thread = fresh;
    }

    private void sweep() {
        try {
            int swept = sweep.run();
            if (swept > 0) logger.info("{} uploaded files that no event names were deleted", swept);
        } catch (IOException | RuntimeException failure) {
            if (isRunning()) logger.warn("uploaded files that no event names could not be looked for", failure);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running == null) return;
        running.shutdownNow();
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) logger.warn("a sweep does not end");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the node, which opens the log, and stopped before it. */
    @Override
    public int getPhase() {
        return 1;
    }
}
