package io.daybook.benchmarks.steady;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * A third of the time.
 *
 * @param latencies from when each request was due, in nanoseconds
 * @param behind seconds until the views had everything
 * @param collected what the heap held after each of the server's own collections, in MiB
 * @param used what was in use in the end, by a full collection, in MiB
 */
record Stretch(
        Histogram latencies,
        double pointsPerSecond,
        double behind,
        List<Integer> collected,
        int used,
        double resident) {

    static final String RULE =
            "FLAT means that a full collection leaves no more than 1.1 times as much, and 4 MiB, at the end of the last third as at the end of the first.";

    private static final double MORE = 1.1;
    private static final int NOISE = 4;
    private static final List<String> NAMES = List.of("start", "middle", "end");

    static String verdict(Stretch first, Stretch last) {
        return last.used <= MORE * first.used + NOISE ? "FLAT" : "NOT FLAT";
    }

    static String table(List<Stretch> stretches) {
        StringBuilder table = new StringBuilder("""
                | third | points/s | median | 99 of 100 within | views have all after | heap after its collections, median and at most | after a full one | resident |
                |---|---|---|---|---|---|---|---|
                """);
        for (int i = 0; i < stretches.size(); i++) table.append(stretches.get(i).line(NAMES.get(i)));
        return table.toString().stripTrailing();
    }

    private String line(String name) {
        List<Integer> sorted = collected.stream().sorted().toList();
        String own = sorted.isEmpty()
                ? "none"
                : "%d and %d MiB".formatted(sorted.get(sorted.size() / 2), Collections.max(sorted));
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f ms | %.1f ms | %.1f s | %s | %d MiB | %.0f MiB |\n",
                name,
                pointsPerSecond,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                behind,
                own,
                used,
                resident);
    }
}
