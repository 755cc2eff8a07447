package io.daybook.query.iteration.chunk;

/**
 * The finite values of a chunk.
 *
 * @param finite how many of its points that are left have one
 * @param lowest the first of those with the lowest, and {@code highest} the first of those with the highest
 */
public record Extremes(int finite, Extreme lowest, Extreme highest) {

    static final int BYTES = Integer.BYTES + 2 * Extreme.BYTES;

    /**
     * A point.
     *
     * @param rank its place among the points that are left, from 0; -1 when there is none
     */
    public record Extreme(int rank, long step, double wallTime, double value) {

        static final int BYTES = Integer.BYTES + 3 * Long.BYTES;

        private static final Extreme NONE = new Extreme(-1, 0, 0, 0);

        private static Extreme of(ScalarChunk chunk, int index, int rank) {
            return new Extreme(rank, chunk.stepAt(index), chunk.wallTimeAt(index), chunk.valueAt(index));
        }

        private static Extreme in(Column rows, int at) {
            return new Extreme(
                    rows.intFrom(at), rows.longFrom(at + 4), rows.doubleFrom(at + 12), rows.doubleFrom(at + 20));
        }

        private void addTo(Column rows) {
            rows.addInt(rank);
            rows.addLong(step);
            rows.addDouble(wallTime);
            rows.addDouble(value);
        }
    }

    static Extremes none() {
        return new Extremes(0, Extreme.NONE, Extreme.NONE);
    }

    /**
     * With those of a chunk's points from an index on.
     *
     * @param live how many points are left before it
     */
    Extremes grown(ScalarChunk chunk, int from, int live) {
        Extreme low = lowest;
        Extreme high = highest;
        int rank = live;
        int count = finite;
        for (int i = from; i < chunk.points(); i++) {
            if (!chunk.isLive(i)) continue;
            double value = chunk.valueAt(i);
            if (Double.isFinite(value)) {
                count++;
                if (low.rank < 0 || value < low.value) low = Extreme.of(chunk, i, rank);
                if (high.rank < 0 || value > high.value) high = Extreme.of(chunk, i, rank);
            }
            rank++;
        }
        return new Extremes(count, low, high);
    }

    static Extremes in(Column rows, int at) {
        int lowest = at + Integer.BYTES;
        return new Extremes(rows.intFrom(at), Extreme.in(rows, lowest), Extreme.in(rows, lowest + Extreme.BYTES));
    }

    void addTo(Column rows) {
        rows.addInt(finite);
        lowest.addTo(rows);
        highest.addTo(rows);
    }
}
