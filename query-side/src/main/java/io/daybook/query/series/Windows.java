package io.daybook.query.series;

import io.daybook.query.iteration.chunk.Extremes;
import io.daybook.query.iteration.chunk.Extremes.Extreme;
import io.daybook.query.iteration.chunk.PointColumns;
import java.util.stream.Stream;

/**
 * The lowest and the highest finite value of equal windows, by place. What is known of a stretch as a whole says it all when the
 * stretch lies in one window; those that a border cuts through are read when they may change what a window has.
 */
final class Windows {

    private final Stretches stretches;
    private final int windows;
    private final Peaks lowest;
    private final Peaks highest;

    Windows(Stretches stretches, int windows) {
        this.stretches = stretches;
        this.windows = windows;
        this.lowest = Peaks.lowest(windows);
        this.highest = Peaks.highest(windows);
    }

    Stream<Point> find() {
        for (int i = 0; i < stretches.size(); i++) offerKnown(i);
        stretches.read(this::isWanted, this::scan);
        return Stream.concat(lowest.all(), highest.all());
    }

    private void offerKnown(int stretch) {
        Extremes known = stretches.at(stretch).extremes();
        if (known.finite() == 0 || !stretches.isWhole(stretch)) return;
        offer(lowest, known.lowest(), stretches.start(stretch));
        offer(highest, known.highest(), stretches.start(stretch));
    }

    private void offer(Peaks peaks, Extreme known, long start) {
        peaks.offer(window(start + known.rank()), Point.of(known, start));
    }

    private boolean isWanted(int stretch) {
        Extremes known = stretches.at(stretch).extremes();
        if (known.finite() == 0) return false;
        int last = window(stretches.end(stretch) - 1);
        for (int window = window(stretches.start(stretch)); window <= last; window++) {
            if (mayRise(lowest, window, stretch, known.lowest())) return true;
            if (mayRise(highest, window, stretch, known.highest())) return true;
        }
        return false;
    }

    /** A window in which the extreme of the whole stretch lies has been offered it: nothing there is better. */
    private boolean mayRise(Peaks peaks, int window, int stretch, Extreme known) {
        boolean here = stretches.isWhole(stretch) && window(stretches.start(stretch) + known.rank()) == window;
        return !here && peaks.mayRise(window, known.value());
    }

    private void scan(int stretch, PointColumns points) {
        long start = stretches.start(stretch);
        int size = (int) Math.min(points.size(), stretches.end(stretch) - start);
        for (int from = 0; from < size; ) {
            int to = (int) Math.min(size, end(window(start + from)) - start);
            offerBest(points, start, from, to);
            from = to;
        }
    }

    /** Of points that lie in one window. */
    private void offerBest(PointColumns points, long start, int from, int to) {
        double[] value = points.value();
        int low = -1;
        int high = -1;
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(value[i])) continue;
            if (low < 0 || value[i] < value[low]) low = i;
            if (high < 0 || value[i] > value[high]) high = i;
        }
        if (low < 0) return;
        int window = window(start + from);
        lowest.offer(window, Point.of(points, low, start));
        highest.offer(window, Point.of(points, high, start));
    }

    private int window(long place) {
        return (int) (place * windows / stretches.count());
    }

    /** The first place after it. */
    private long end(int window) {
        return Math.ceilDiv((window + 1) * stretches.count(), windows);
    }
}
