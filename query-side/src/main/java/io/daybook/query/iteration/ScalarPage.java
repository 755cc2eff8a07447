package io.daybook.query.iteration;

import io.daybook.query.iteration.chunk.PointColumns;

/** Some points of a series, from point {@code from} on, of {@code count} in all; those that are gone do not count. */
public record ScalarPage(long count, long from, PointColumns points) {

    public long[] step() {
        return points.step();
    }

    public double[] wallTime() {
        return points.wallTime();
    }

    public double[] value() {
        return points.value();
    }
}
