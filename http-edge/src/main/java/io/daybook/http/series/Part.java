package io.daybook.http.series;

import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Points of a series that an answer shows.
 *
 * @param count how many are in the range that was asked for
 * @param returned how many of them are shown
 * @param pages the points from one of those on that are shown: the first pages may be in memory, later ones are read
 */
record Part(String key, long count, long returned, LongFunction<Page> pages) {

    /** Some of them, one or more. */
    record Page(long[] step, double[] wallTime, double[] value) {

        int size() {
            return step.length;
        }

        /** Of all columns. */
        int hash() {
            return 31 * (31 * Arrays.hashCode(step) + Arrays.hashCode(wallTime)) + Arrays.hashCode(value);
        }
    }

    boolean thinned() {
        return returned < count;
    }
}
