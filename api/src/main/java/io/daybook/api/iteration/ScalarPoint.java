package io.daybook.api.iteration;

/**
 * One value of one series.
 *
 * @param wallTime seconds since the epoch, finite
 * @param value any double, NaN and infinities included
 */
public record ScalarPoint(String key, long step, double wallTime, double value) {

    public ScalarPoint {
        if (key.isEmpty() || key.indexOf('\0') >= 0)
            throw new IllegalArgumentException("a key is not empty and holds no NUL");
        if (!Double.isFinite(wallTime)) throw new IllegalArgumentException("a wall time is a finite number");
    }
}
