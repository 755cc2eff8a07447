package io.daybook.benchmarks;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Connection.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Connections that send their request all the time; how long each answer took is kept by phase. */
final class Latencies implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicLong failed = new AtomicLong();
    private volatile @Nullable Phase phase;
    private volatile boolean ended;

    /** Answers between two moments. */
    static final class Phase {

        private final Histogram nanos = new ConcurrentHistogram(3);
        private final long begun = System.nanoTime();

        long answers() {
            return nanos.getTotalCount();
        }

        double perSecond() {
            return answers() * 1e9 / (System.nanoTime() - begun);
        }

        /** As if a connection that waited for a slow answer had gone on asking, once each median. */
        double millis(double percentile) {
            // of a copy, since answers still come in
            Histogram before = nanos.copy();
            Histogram corrected = before.copyCorrectedForCoordinatedOmission(before.getValueAtPercentile(50));
            return corrected.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** @param requests one for each connection */
    Latencies(int port, byte[]... requests) {
        threads = Executors.newFixedThreadPool(requests.length);
        for (byte[] request : Arrays.asList(requests)) running.add(threads.submit(() -> repeat(port, request)));
    }

    /** From now on answers count for a phase of their own. */
    Phase begin() {
        Phase fresh = new Phase();
        phase = fresh;
        return fresh;
    }

    long failed() {
        return failed.get();
    }

    private void repeat(int port, byte[] request) {
        while (!ended) {
            try (Connection connection = new Connection(port)) {
                while (!ended) exchange(connection, request);
            } catch (IOException broken) {
                if (!ended) failed.incrementAndGet();
            }
        }
    }

    private void exchange(Connection connection, byte[] request) throws IOException {
        long begun = System.nanoTime();
        Answer answer = connection.exchange(request);
        Phase now = phase;
        if (answer.refused()) failed.incrementAndGet();
        else if (now != null) now.nanos.recordValue(System.nanoTime() - begun);
    }

    @Override
    public void close() throws Exception {
        ended = true;
        for (Future<?> each : running) each.get(1, TimeUnit.MINUTES);
        threads.shutdownNow();
    }
}
