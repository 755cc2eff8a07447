package io.daybook.api.iteration;

/** One histogram of one series; {@code wallTime} in seconds since the epoch, finite. */
public record HistogramPoint(String key, long step, double wallTime, Histogram histogram) {

    public HistogramPoint {
        SeriesKey.require(key);
        if (!Double.isFinite(wallTime)) throw new IllegalArgumentException("a wall time is a finite number");
    }
}
