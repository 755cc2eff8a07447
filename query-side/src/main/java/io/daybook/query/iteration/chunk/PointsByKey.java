package io.daybook.query.iteration.chunk;

import io.daybook.api.iteration.ScalarPoints;

/** The points of an event, key by key, in their order: an index over the columns, without an object per point. */
public final class PointsByKey {

    private final ScalarPoints points;
    private final int[] order;
    private final int[] starts;

    public PointsByKey(ScalarPoints points) {
        this.points = points;
        this.order = new int[points.size()];
        this.starts = new int[points.keys().size() + 1];
        for (int i = 0; i < order.length; i++) starts[points.keyAt(i) + 1]++;
        for (int key = 1; key < starts.length; key++) starts[key] += starts[key - 1];
        int[] next = starts.clone();
        for (int i = 0; i < order.length; i++) order[next[points.keyAt(i)]++] = i;
    }

    /** The points of {@code key} are those from here to before {@link #end}. */
    public int start(int key) {
        return starts[key];
    }

    public int end(int key) {
        return starts[key + 1];
    }

    /** The place of a point in its event. */
    public int placeAt(int i) {
        return order[i];
    }

    /**
     * Of each point, as they stand in the event.
     *
     * @param firsts by key, the number of its first point here
     */
    public int[] numbers(long[] firsts) {
        int[] numbers = new int[order.length];
        for (int key = 0; key < firsts.length; key++) {
            int number = Math.toIntExact(firsts[key]);
            for (int i = starts[key]; i < starts[key + 1]; i++) numbers[order[i]] = number++;
        }
        return numbers;
    }

    long stepAt(int i) {
        return points.stepAt(order[i]);
    }

    double wallTimeAt(int i) {
        return points.wallTimeAt(order[i]);
    }

    double valueAt(int i) {
        return points.valueAt(order[i]);
    }
}
