package io.daybook.benchmarks;

import io.daybook.benchmarks.Connection.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Connections that send their request again and again, each when its last one was answered. */
final class Traffic implements Rounds.Subject, AutoCloseable {

    private final int port;
    private final List<byte[]> requests;
    private final ExecutorService threads;
    private final AtomicLong answered = new AtomicLong();

    /** @param requests one for each connection */
    Traffic(int port, List<byte[]> requests) {
        this.port = port;
        this.requests = List.copyOf(requests);
        this.threads = Executors.newFixedThreadPool(requests.size());
    }

    /** Answers a second. */
    @Override
    public double rate(Duration time) throws Exception {
        long begin = System.nanoTime();
        long count = run(Long.MAX_VALUE, begin + time.toNanos());
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** Sends so many requests, over all connections together. */
    void send(long requests) throws Exception {
        run(requests, System.nanoTime() + Duration.ofMinutes(10).toNanos());
    }

    /** All that were answered since the beginning. */
    long answered() {
        return answered.get();
    }

    private long run(long most, long end) throws InterruptedException, ExecutionException {
        AtomicLong left = new AtomicLong(most);
        List<Callable<Long>> work = new ArrayList<>();
        for (byte[] request : requests) work.add(() -> repeat(request, left, end));
        long sum = 0;
        for (Future<Long> count : threads.invokeAll(work)) sum += count.get();
        return sum;
    }

    private long repeat(byte[] request, AtomicLong left, long end) throws IOException {
        long count = 0;
        try (Connection connection = new Connection(port)) {
            while (!threads.isShutdown() && System.nanoTime() - end < 0 && left.getAndDecrement() > 0) {
                Answer answer = connection.exchange(request);
                if (answer.status() >= 300) throw new IOException("refused: " + answer.head());
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
