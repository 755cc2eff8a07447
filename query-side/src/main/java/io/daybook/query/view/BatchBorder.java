package io.daybook.query.view;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where others meet the thread that fills a view: between two of its batches, when nothing is half done. */
final class BatchBorder {

    private final AtomicReference<@Nullable FutureTask<?>> waiting = new AtomicReference<>();

    /** The view's thread is at a border. */
    void pass() {
        FutureTask<?> work = waiting.getAndSet(null);
        if (work != null) work.run();
    }

    /** What {@code work} answers, done by the view's thread at its next border; empty when it does not come to one in time. */
    <T> Optional<T> meet(Callable<T> work, Duration wait) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        if (!waiting.compareAndSet(null, task))
            throw new IllegalStateException("somebody waits at this border already");
        try {
            if (!isDone(task, wait) && waiting.compareAndSet(task, null)) return Optional.empty();
            // begun, it ends: it has a deadline of its own
            return Optional.of(task.get());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static boolean isDone(FutureTask<?> task, Duration wait) throws InterruptedException, ExecutionException {
        try {
            task.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }
}
