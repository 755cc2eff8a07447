package io.daybook.query.series;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** The points with the highest, or with the lowest, value of each window: of equal ones the first. */
final class Peaks {

    private final int sign;

    /** By window; null where there is none yet. */
    private final Point[] best;

    private Peaks(int sign, int windows) {
        this.sign = sign;
        this.best = new Point[windows];
    }

    static Peaks highest(int windows) {
        return new Peaks(1, windows);
    }

    static Peaks lowest(int windows) {
        return new Peaks(-1, windows);
    }

    void offer(int window, Point point) {
        Point before = best[window];
        if (before == null || isAbove(point.value(), before.value()) || isFirst(point, before)) best[window] = point;
    }

    private static boolean isFirst(Point point, Point before) {
        return point.value() == before.value() && point.place() < before.place();
    }

    /** Whether points that are not above {@code limit} may be better than what the window has. */
    boolean mayRise(int window, double limit) {
        Point before = best[window];
        return before == null || !isAbove(before.value(), limit);
    }

    private boolean isAbove(double one, double other) {
        return sign * one > sign * other;
    }

    Stream<Point> all() {
        return Arrays.stream(best).filter(Objects::nonNull);
    }
}
