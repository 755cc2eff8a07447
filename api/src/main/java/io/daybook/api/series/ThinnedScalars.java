package io.daybook.api.series;

/**
 * Points that show what a series looks like, in the order logged.
 *
 * @param total how many points the series has
 * @param count how many of them are in the range of steps that was asked for
 * @param wallTime seconds since the epoch
 */
public record ThinnedScalars(long total, long count, long[] step, double[] wallTime, double[] value) {

    public boolean thinned() {
        return step.length < count;
    }
}
