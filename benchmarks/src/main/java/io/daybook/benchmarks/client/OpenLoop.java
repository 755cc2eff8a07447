package io.daybook.benchmarks.client;

import io.daybook.benchmarks.client.Traffic.Feed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Requests that are due at fixed moments on each connection, whatever has become of the last one; a latency counts from
 * the moment at which its request was due, so that what a slow answer holds up is slow as well.
 */
public final class OpenLoop {

    private static final int DIGITS = 3;

    /** Beyond so many times the time that it should take there is no keeping up. */
    private static final int PATIENCE = 4;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final Duration interval;
    private final Duration time;

    /** @param interval between two requests on one connection */
    public OpenLoop(int port, Duration interval, Duration time) {
        this.port = port;
        this.interval = interval;
        this.time = time;
    }

    /** Latencies in nanoseconds. */
    public Histogram run(List<Feed> feeds) throws Exception {
        long begin = System.nanoTime();
        List<Callable<Histogram>> work = new ArrayList<>();
        for (int i = 0; i < feeds.size(); i++) {
            Feed feed = feeds.get(i);
            long first = begin + interval.toNanos() * i / feeds.size();
            work.add(() -> send(feed, first));
        }
        Histogram all = new Histogram(DIGITS);
        ExecutorService threads = Executors.newFixedThreadPool(
                feeds.size(), Thread.ofPlatform().daemon().factory());
        for (Future<Histogram> each : threads.invokeAll(work)) all.add(each.get());
        threads.shutdown();
        return all;
    }

    private Histogram send(Feed feed, long first) throws IOException {
        Histogram seen = new Histogram(DIGITS);
        long patience = Math.max(PATIENCE * time.toNanos(), LEAST_PATIENCE.toNanos());
        try (Connection connection = new Connection(port)) {
            for (long due = first; due - first < time.toNanos(); due += interval.toNanos()) {
                await(due);
                connection.exchange(feed.next()).done();
                seen.recordValue(System.nanoTime() - due);
                if (System.nanoTime() - first > patience)
                    throw new IOException("answers are too slow for one each " + interval);
            }
        }
        return seen;
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
    }
}
