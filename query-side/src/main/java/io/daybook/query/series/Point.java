package io.daybook.query.series;

import io.daybook.query.iteration.chunk.Extremes.Extreme;
import io.daybook.query.iteration.chunk.PointColumns;

/**
 * A point that may be kept.
 *
 * @param place among the points of the range
 */
record Point(long place, long step, double wallTime, double value) {

    /** @param first place of the first of {@code points} */
    static Point of(PointColumns points, int i, long first) {
        return new Point(first + i, points.step()[i], points.wallTime()[i], points.value()[i]);
    }

    static Point of(Extreme extreme, long first) {
        return new Point(first + extreme.rank(), extreme.step(), extreme.wallTime(), extreme.value());
    }
}
