package io.daybook.server;

import io.daybook.embedded.checkpoint.FileCheckpoints;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Signs the head of the log once an hour, and at the end. */
final class HourlyCheckpoint implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(HourlyCheckpoint.class);

    static final Duration EVERY = Duration.ofHours(1);

    private final FileCheckpoints checkpoints;
    private final Duration every;
    private @Nullable ScheduledExecutorService clock;

    HourlyCheckpoint(FileCheckpoints checkpoints, Duration every) {
        this.checkpoints = checkpoints;
        this.every = every;
    }

    @Override
    public void start() {
        checkpoints.open();
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("checkpoints").daemon().factory());
        ScheduledFuture<?> unused =
                clock.scheduleAtFixedRate(this::make, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void make() {
        try {
            checkpoints.make();
        } catch (RuntimeException failure) {
            logger.warn("no checkpoint was made: {}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        if (clock == null) return;
        clock.shutdownNow();
        clock = null;
        make();
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    /** Once the {@link Node} has started, and before it stops. */
    @Override
    public int getPhase() {
        return 1;
    }
}
