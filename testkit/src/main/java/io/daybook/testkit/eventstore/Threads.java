package io.daybook.testkit.eventstore;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several threads that take the same step at once. */
final class Threads {

    static final int COUNT = 8;

    private static final int PATIENCE_SECONDS = 60;

    private Threads() {}

    interface Step {
        void take(int thread);
    }

    /** Returns when all are done; fails as the first did that failed. */
    static void run(Step step) throws Exception {
        try (var executor = Executors.newFixedThreadPool(COUNT)) {
            List<Callable<Boolean>> tasks = IntStream.range(0, COUNT)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        step.take(thread);
                        return true;
                    })
                    .toList();
            for (var task : executor.invokeAll(tasks, PATIENCE_SECONDS, TimeUnit.SECONDS)) task.get();
        }
    }
}
