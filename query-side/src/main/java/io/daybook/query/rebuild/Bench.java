package io.daybook.query.rebuild;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that rebuilds, and whether it is taken. */
final class Bench {

    private static final Logger logger = LoggerFactory.getLogger(Bench.class);
    private static final int ENDING_SECONDS = 5;

    private final AtomicReference<@Nullable String> occupation = new AtomicReference<>();
    private @Nullable ExecutorService thread;

    synchronized void open() {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("rebuild").daemon().factory());
    }

    /** Whether it was free; to be {@link #leave left} again. */
    boolean claim(String by) {
        return occupation.compareAndSet(null, by);
    }

    void leave() {
        occupation.set(null);
    }

    /** By whom it is taken, or was until just now. */
    String occupation() {
        String by = occupation.get();
        return by == null ? "another rebuild ends just now" : by;
    }

    synchronized void submit(Runnable work) {
        if (thread == null) throw new IllegalStateException("the views are not being filled");
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                logger.error("views could not be looked after", failure);
            }
        });
    }

    /** Lets what is being done come to its end, which it has been told to. */
    void close() {
        ExecutorService ending;
        synchronized (this) {
            ending = thread;
            thread = null;
        }
        if (ending == null) return;
        ending.shutdown();
        try {
            if (ending.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) return;
            ending.shutdownNow();
            if (!ending.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) logger.warn("a rebuild does not end");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
