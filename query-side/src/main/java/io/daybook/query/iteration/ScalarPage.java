package io.daybook.query.iteration;

/** Some points of a series, from point {@code from} on, of {@code count} in all. */
public record ScalarPage(long count, long from, long[] step, double[] wallTime, double[] value) {}
