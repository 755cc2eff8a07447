package io.daybook.testkit.fault.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What several do again and again, each in a thread of its own, until it is closed; fails then when one of them failed. */
public final class AtWork implements AutoCloseable {

    private static final int STOP_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean over;

    private AtWork() {}

    public static AtWork on(List<Runnable> steps) {
        AtWork work = new AtWork();
        for (Runnable step : steps) work.running.add(work.threads.submit(() -> work.repeat(step)));
        return work;
    }

    private void repeat(Runnable step) {
        while (!over) step.run();
    }

    /** Fails when one of them has failed already, so that nobody waits for what does not come. */
    public void mustGoOn() {
        for (Future<?> worker : running) {
            if (worker.state() == Future.State.FAILED)
                throw new AssertionError("a writer failed", worker.exceptionNow());
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            for (Future<?> worker : running) worker.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("a writer failed", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        } finally {
            threads.shutdownNow();
        }
    }
}
