package io.daybook.server.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Sixteen who do something at the same moment. */
public final class AtOnce {

    public static final int MANY = 16;
    private static final int SECONDS = 60;

    private AtOnce() {}

    /** What each of them got, in their order. */
    public static <T> List<T> all(IntFunction<T> each) throws Exception {
        CyclicBarrier start = new CyclicBarrier(MANY);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return each.apply(number);
                }));
            }
            for (Future<T> one : running) results.add(one.get(SECONDS, TimeUnit.SECONDS));
        }
        return results;
    }
}
