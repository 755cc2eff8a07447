package io.daybook.benchmarks.stage;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.OpenLoop;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic.Feed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long one answer takes while nothing else goes on: requests that are due twice as far apart as one takes. */
public final class Reading {

    private static final int LEAST = 15;

    /** Servers close connections on which nothing comes for long. */
    private static final long LONGEST_PAUSE_NANOS = 5_000_000_000L;

    private final int port;
    private final Sizes sizes;

    public Reading(int port, Sizes sizes) {
        this.port = port;
        this.sizes = sizes;
    }

    /** @param says something that a right answer contains */
    public Histogram of(Feed feed, String says) throws Exception {
        try (Connection connection = new Connection(port)) {
            String answer = connection.text(feed.next());
            if (!answer.contains(says)) throw new IOException("no " + says + " in " + head(answer));
        }
        long taken = warmUp(feed);
        Duration interval = Duration.ofNanos(taken + Math.min(taken, LONGEST_PAUSE_NANOS));
        Duration least = interval.multipliedBy(LEAST);
        Duration time = sizes.measured().compareTo(least) > 0 ? sizes.measured() : least;
        return new OpenLoop(port, interval, time).run(List.of(feed));
    }

    public static double millis(Histogram seen, double percentile) {
        return seen.getValueAtPercentile(percentile) / 1e6;
    }

    /** Nanoseconds that an answer took in the end. */
    private long warmUp(Feed feed) throws IOException {
        List<Double> nanos = new ArrayList<>();
        long begin = System.nanoTime();
        try (Connection connection = new Connection(port)) {
            for (long at = begin; at - begin < sizes.warmUp().toNanos() || nanos.size() < LEAST; ) {
                connection.exchange(feed.next()).done();
                long now = System.nanoTime();
                nanos.add((double) (now - at));
                at = now;
            }
        }
        return (long) Rounds.median(nanos.subList(nanos.size() / 2, nanos.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static String head(String answer) {
        return answer.substring(0, Math.min(300, answer.length()));
    }
}
