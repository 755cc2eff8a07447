package io.daybook.benchmarks.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures several things in turn, several times over: on a machine that is never quite still, only what was measured
 * side by side can be compared. What comes before the first round warms up and does not count.
 */
public final class Rounds {

    /** Something that happens so many times a second. */
    public interface Subject {
        double rate(Duration time) throws Exception;
    }

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, double[]> rates = new LinkedHashMap<>();
    private final int rounds;
    private final Duration slot;
    private final Duration warmUp;

    /** @param warmUp how long each goes before the first round: until what it takes is compiled */
    public Rounds(int rounds, Duration slot, Duration warmUp) {
        this.rounds = rounds;
        this.slot = slot;
        this.warmUp = warmUp;
    }

    public Rounds with(String name, Subject subject) {
        subjects.put(name, subject);
        rates.put(name, new double[rounds]);
        return this;
    }

    public void run() throws Exception {
        for (int round = -1; round < rounds; round++) {
            for (var subject : subjects.entrySet()) {
                double rate = subject.getValue().rate(round < 0 ? warmUp : slot);
                if (round >= 0) of(subject.getKey())[round] = rate;
            }
        }
    }

    public double median(String name) {
        return median(of(name));
    }

    /** The median of the ratios in each round. */
    public double ratio(String name, String to) {
        double[] above = of(name);
        double[] below = of(to);
        return median(
                IntStream.range(0, rounds).mapToDouble(i -> above[i] / below[i]).toArray());
    }

    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] of(String name) {
        double[] found = rates.get(name);
        if (found == null) throw new IllegalArgumentException("not measured: " + name);
        return found;
    }
}
