package io.daybook.api.iteration;

/**
 * One value of one series.
 *
 * @param wallTime seconds since the epoch, finite
 * @param value any double, NaN and infinities included
 */
public record ScalarPoint(String key, long step, double wallTime, double value) {

    public ScalarPoint {
        SeriesKey.require(key);
        if (!Double.isFinite(wallTime)) throw new IllegalArgumentException("a wall time is a finite number");
    }
}
