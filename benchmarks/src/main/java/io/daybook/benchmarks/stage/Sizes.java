package io.daybook.benchmarks.stage;

import java.time.Duration;

/**
 * How much there is of everything.
 *
 * @param longSeries points of the longest series
 * @param series points of one that is read in full
 * @param many iterations in the larger experiment
 * @param few iterations in the smaller one
 * @param replayed events that are replayed into all views, a point each
 * @param logBytes of the log that a server is started on
 * @param warmUp time in which something is done before it is measured
 * @param measured time in which latencies are measured
 * @param rest time in which nobody asks anything
 */
public record Sizes(
        int longSeries,
        int series,
        int many,
        int few,
        int replayed,
        long logBytes,
        Duration warmUp,
        Duration measured,
        Duration rest) {

    static Sizes of(Options options) {
        return options.isShort() ? brief() : whole((int) options.number("many", 100_000));
    }

    private static Sizes whole(int many) {
        return new Sizes(
                10_000_000,
                100_000,
                many,
                5_000,
                300_000,
                1L << 30,
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2));
    }

    private static Sizes brief() {
        return new Sizes(
                20_000,
                10_000,
                300,
                200,
                2_000,
                1L << 20,
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofMillis(1));
    }
}
