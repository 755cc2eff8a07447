package io.daybook.api.series;

/**
 * Points {@code from} to {@code from + step.length} of the {@code count} of a series, in the order logged.
 *
 * @param wallTime seconds since the epoch
 */
public record ScalarColumns(long count, long from, long[] step, double[] wallTime, double[] value) {}
