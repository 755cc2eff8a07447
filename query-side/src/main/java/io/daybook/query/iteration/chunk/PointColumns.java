package io.daybook.query.iteration.chunk;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** Points, in the order logged. */
public record PointColumns(long[] step, double[] wallTime, double[] value) {

    public static final PointColumns NONE = ofSize(0);

    public static PointColumns ofSize(int size) {
        return new PointColumns(new long[size], new double[size], new double[size]);
    }

    public int size() {
        return step.length;
    }

    /** The first points only. */
    public PointColumns cutTo(int size) {
        if (size == size()) return this;
        return new PointColumns(Arrays.copyOf(step, size), Arrays.copyOf(wallTime, size), Arrays.copyOf(value, size));
    }

    /** Those at such steps. */
    public PointColumns at(LongPredicate steps) {
        PointColumns found = ofSize(size());
        int next = 0;
        for (int i = 0; i < size(); i++) {
            if (steps.test(step[i])) found.set(next++, this, i);
        }
        return found.cutTo(next);
    }

    /** Some of {@code others}, to stand here from {@code at} on. */
    public void copy(PointColumns others, int from, int count, int at) {
        System.arraycopy(others.step, from, step, at, count);
        System.arraycopy(others.wallTime, from, wallTime, at, count);
        System.arraycopy(others.value, from, value, at, count);
    }

    private void set(int index, PointColumns others, int i) {
        step[index] = others.step[i];
        wallTime[index] = others.wallTime[i];
        value[index] = others.value[i];
    }
}
