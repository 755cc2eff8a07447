package io.daybook.benchmarks.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that send their request again and again, each when its last one was answered. */
public final class Traffic implements Rounds.Subject, AutoCloseable {

    /** What a connection sends: one request after the other. */
    public interface Feed {

        byte[] next();

        /** Always the same. */
        static Feed of(byte[] request) {
            return () -> request;
        }

        /** The same ones again and again. */
        static Feed of(List<byte[]> requests) {
            AtomicInteger sent = new AtomicInteger();
            return () -> requests.get(Math.floorMod(sent.getAndIncrement(), requests.size()));
        }
    }

    private final List<Integer> ports;
    private final List<Feed> feeds;
    private final ExecutorService threads;
    private final AtomicLong answered = new AtomicLong();

    /** @param feeds one for each connection */
    public Traffic(int port, List<Feed> feeds) {
        this(List.of(port), feeds);
    }

    /**
     * To several servers, each request to the next one.
     *
     * @param feeds one for each client, which has a connection to every server
     */
    public Traffic(List<Integer> ports, List<Feed> feeds) {
        this.ports = List.copyOf(ports);
        this.feeds = List.copyOf(feeds);
        this.threads = Executors.newFixedThreadPool(
                feeds.size(), Thread.ofPlatform().daemon().factory());
    }

    /** Each connection sends always the same. */
    public static Traffic of(int port, List<byte[]> requests) {
        return new Traffic(port, requests.stream().map(Feed::of).toList());
    }

    /** Answers a second. */
    @Override
    public double rate(Duration time) throws Exception {
        long begin = System.nanoTime();
        long count = run(Long.MAX_VALUE, begin + time.toNanos());
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** Sends so many requests, over all connections together. */
    public void send(long requests) throws Exception {
        run(requests, System.nanoTime() + Duration.ofMinutes(10).toNanos());
    }

    /** All that were answered since the beginning. */
    public long answered() {
        return answered.get();
    }

    private long run(long most, long end) throws InterruptedException, ExecutionException {
        AtomicLong left = new AtomicLong(most);
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < feeds.size(); i++) {
            Feed feed = feeds.get(i);
            int first = i;
            work.add(() -> repeat(feed, first, left, end));
        }
        long sum = 0;
        for (Future<Long> count : threads.invokeAll(work)) sum += count.get();
        return sum;
    }

    private long repeat(Feed feed, int first, AtomicLong left, long end) throws IOException {
        long count = 0;
        try (Connections servers = new Connections(ports, first)) {
            while (!threads.isShutdown() && System.nanoTime() - end < 0 && left.getAndDecrement() > 0) {
                servers.next().exchange(feed.next()).done();
                count++;
                answered.incrementAndGet();
            }
        }
        return count;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
