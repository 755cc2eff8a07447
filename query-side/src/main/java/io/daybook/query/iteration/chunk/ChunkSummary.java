package io.daybook.query.iteration.chunk;

/**
 * What a directory says of a chunk.
 *
 * @param points how many it has ever had, its holes included
 * @param statistics of those that are left
 * @param minStep of those that are left; the highest long when there is none, and {@code maxStep} the lowest. So with
 *     the ordinals
 */
public record ChunkSummary(
        int points,
        Statistics statistics,
        long minStep,
        long maxStep,
        int minOrdinal,
        int maxOrdinal,
        Extremes extremes) {

    private static final int EXTREMES = 2 * Integer.BYTES + 5 * Long.BYTES + 2 * Long.BYTES + 2 * Integer.BYTES;
    static final int BYTES = EXTREMES + Extremes.BYTES;

    private static final ChunkSummary NONE = new ChunkSummary(
            0,
            Statistics.none(),
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            Integer.MIN_VALUE,
            Extremes.none());

    public static ChunkSummary of(ScalarChunk chunk) {
        return NONE.grown(chunk);
    }

    /** Of the same chunk, which has got further points and is otherwise as it was: only those are looked at. */
    ChunkSummary grown(ScalarChunk chunk) {
        long low = minStep;
        long high = maxStep;
        int first = minOrdinal;
        int last = maxOrdinal;
        for (int i = points; i < chunk.points(); i++) {
            if (!chunk.isLive(i)) continue;
            low = Math.min(low, chunk.stepAt(i));
            high = Math.max(high, chunk.stepAt(i));
            first = Math.min(first, chunk.ordinalAt(i));
            last = Math.max(last, chunk.ordinalAt(i));
        }
        return new ChunkSummary(
                chunk.points(), chunk.statistics(), low, high, first, last, extremes.grown(chunk, points, live()));
    }

    static int points(Column rows, int row) {
        return rows.intFrom(row * BYTES);
    }

    static int live(Column rows, int row) {
        return rows.intFrom(row * BYTES + 4);
    }

    static long minStep(Column rows, int row) {
        return rows.longFrom(row * BYTES + 48);
    }

    static long maxStep(Column rows, int row) {
        return rows.longFrom(row * BYTES + 56);
    }

    static int minOrdinal(Column rows, int row) {
        return rows.intFrom(row * BYTES + 64);
    }

    static int maxOrdinal(Column rows, int row) {
        return rows.intFrom(row * BYTES + 68);
    }

    static ChunkSummary in(Column rows, int row) {
        int at = row * BYTES;
        Statistics statistics = new Statistics(
                live(rows, row),
                rows.longFrom(at + 8),
                rows.longFrom(at + 16),
                rows.doubleFrom(at + 24),
                rows.doubleFrom(at + 32),
                rows.doubleFrom(at + 40));
        return new ChunkSummary(
                points(rows, row),
                statistics,
                minStep(rows, row),
                maxStep(rows, row),
                minOrdinal(rows, row),
                maxOrdinal(rows, row),
                Extremes.in(rows, at + EXTREMES));
    }

    void addTo(Column rows) {
        rows.addInt(points);
        rows.addInt((int) statistics.count());
        rows.addLong(statistics.firstStep());
        rows.addLong(statistics.lastStep());
        rows.addDouble(statistics.last());
        rows.addDouble(statistics.min());
        rows.addDouble(statistics.max());
        rows.addLong(minStep);
        rows.addLong(maxStep);
        rows.addInt(minOrdinal);
        rows.addInt(maxOrdinal);
        extremes.addTo(rows);
    }

    public int live() {
        return (int) statistics.count();
    }
}
