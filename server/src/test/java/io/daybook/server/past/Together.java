package io.daybook.server.past;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does something to each of many, a few at a time; as many as a server keeps earlier states at once. */
final class Together {

    private static final int AT_ONCE = 4;
    private static final int SECONDS = 60;

    private Together() {}

    @FunctionalInterface
    interface Step<T> {
        void take(T one) throws Exception;
    }

    static <T> void each(Collection<T> all, Step<T> step) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (T one : all) {
                running.add(threads.submit(() -> {
                    step.take(one);
                    return one;
                }));
            }
            for (Future<?> one : running) one.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof AssertionError difference) throw difference;
            throw failure;
        } finally {
            threads.shutdownNow();
        }
    }
}
