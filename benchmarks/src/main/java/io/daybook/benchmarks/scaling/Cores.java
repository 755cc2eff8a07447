package io.daybook.benchmarks.scaling;

import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Processors that take work in the order in which it comes. */
final class Cores {

    private final PriorityQueue<Double> free = new PriorityQueue<>();
    private final int count;
    private double busy;

    Cores(int count) {
        this.count = count;
        IntStream.range(0, count).forEach(core -> free.add(0.0));
    }

    /** When work is done that comes then; never earlier than work that came before. */
    double done(double at, double seconds) {
        double end = Math.max(at, free.remove()) + seconds;
        free.add(end);
        busy += seconds;
        return end;
    }

    /** Which share of the time they work, 1 at most: what is left over at the end would count as well. */
    double share(double seconds) {
        return Math.min(1, busy / (count * seconds));
    }
}
