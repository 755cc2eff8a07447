package io.daybook.server.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Checks a part when somebody asks: once a second at most however many do, one check at a time, and none of them waits
 * for long. A part that does not answer in time is down. When that changes, the log says so.
 */
final class Probe implements HealthIndicator {

    private static final Logger logger = LoggerFactory.getLogger(Probe.class);

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String part;
    private final Check check;
    private final Duration patience;

    private @Nullable CompletableFuture<String> last;
    private long begun;
    private String told = "";

    /** @param patience how long one who asks waits for the check */
    Probe(String part, Check check, Duration patience) {
        this.part = part;
        this.check = check;
        this.patience = patience;
    }

    @Override
    public Health health() {
        String complaint = complaint(current());
        tell(complaint);
        return complaint.isEmpty() ? Health.up().build() : Health.down().build();
    }

    private synchronized CompletableFuture<String> current() {
        CompletableFuture<String> running = last;
        if (running == null || (running.isDone() && System.nanoTime() - begun >= FRESH_NANOS)) {
            begun = System.nanoTime();
            running = CompletableFuture.supplyAsync(this::run, this::start);
            last = running;
        }
        return running;
    }

    private void start(Runnable task) {
        Thread.ofPlatform().daemon().name("health-of-" + part).start(task);
    }

    /** What is wrong; nothing when all is well. */
    private String run() {
        try {
            check.run();
            return "";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "the server is stopping";
        } catch (Exception failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private String complaint(CompletableFuture<String> running) {
        try {
            return running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return "no answer within " + patience.toMillis() + " ms";
        } catch (ExecutionException defect) {
            return String.valueOf(defect.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "the server is stopping";
        }
    }

    private synchronized void tell(String complaint) {
        if (complaint.isEmpty() == told.isEmpty()) return;
        if (complaint.isEmpty()) logger.info("ready again ({})", part);
        else logger.warn("not ready ({}): {}", part, complaint);
        told = complaint;
    }
}
