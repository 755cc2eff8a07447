package io.daybook.query.iteration.metric;

import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The chunks that a page lies in, and the rows in them. */
final class LoadedChunks {

    private final List<Loaded> all = new ArrayList<>();
    private int rows;

    private record Loaded(String key, ScalarChunk chunk, int points) {}

    /** A row, where it lies. */
    record Row(String key, ScalarChunk chunk, int index) {

        RowKey place() {
            return new RowKey(chunk.stepAt(index), chunk.ordinalAt(index));
        }
    }

    /** False when points have gone, or have come out of order, since the directory was read. */
    boolean add(ChunkRange range, ScalarChunk chunk) {
        int points = Math.min(chunk.points(), range.points());
        int live = points - chunk.gone().get(0, points).cardinality();
        all.add(new Loaded(range.key(), chunk, points));
        rows += live;
        return live == range.live();
    }

    /** Rows {@code from} to before {@code to} of all rows here, in their order. */
    List<Row> rows(long from, long to) {
        int first = (int) Math.min(from, rows);
        int end = (int) Math.min(to, rows);
        if (first >= end) return List.of();
        // Numbers sort many times faster than rows: only those with steps that the page has become rows.
        long[] steps = steps();
        Arrays.sort(steps);
        int below = firstOf(steps, steps[first]);
        List<Row> near = rowsBetween(steps[first], steps[end - 1]);
        near.sort(Comparator.comparing(Row::place));
        return near.subList(first - below, end - below);
    }

    private long[] steps() {
        long[] steps = new long[rows];
        int next = 0;
        for (Loaded loaded : all) {
            for (int i = 0; i < loaded.points(); i++) {
                if (loaded.chunk().isLive(i)) steps[next++] = loaded.chunk().stepAt(i);
            }
        }
        return steps;
    }

    private List<Row> rowsBetween(long low, long high) {
        List<Row> found = new ArrayList<>();
        for (Loaded loaded : all) {
            for (int i = 0; i < loaded.points(); i++) {
                long step = loaded.chunk().stepAt(i);
                if (step >= low && step <= high && loaded.chunk().isLive(i)) {
                    found.add(new Row(loaded.key(), loaded.chunk(), i));
                }
            }
        }
        return found;
    }

    private static int firstOf(long[] sorted, long step) {
        int found = Arrays.binarySearch(sorted, step);
        while (found > 0 && sorted[found - 1] == step) found--;
        return found;
    }
}
