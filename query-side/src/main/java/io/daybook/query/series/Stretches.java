package io.daybook.query.series;

import io.daybook.api.series.StepRange;
import io.daybook.query.iteration.SeriesChunks;
import io.daybook.query.iteration.chunk.ChunkSummary;
import io.daybook.query.iteration.chunk.PointColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The points of a series whose steps lie in a range: a stretch is what a chunk has of them, one or more. Only chunks that the
 * range cuts through are read for that.
 */
final class Stretches {

    /** Chunks that are read at once, 28 KB each. */
    private static final int TOGETHER = 64;

    private final SeriesChunks chunks;
    private final StepRange steps;
    private final long total;

    /** Chunks, and the place of the first point of each; one place more is the end. */
    private int[] chunk;

    private long[] starts;

    /** The points of a stretch. */
    @FunctionalInterface
    interface Visitor {
        void visit(int stretch, PointColumns points);
    }

    Stretches(SeriesChunks chunks, StepRange steps) {
        this.chunks = chunks;
        this.steps = steps;
        int size = chunks.size();
        this.chunk = new int[size];
        this.starts = new long[size + 1];
        int[] points = new int[size];
        long live = 0;
        for (int i = 0; i < size; i++) {
            ChunkSummary summary = chunks.at(i);
            chunk[i] = i;
            live += summary.live();
            points[i] = isInside(summary) ? summary.live() : 0;
        }
        this.total = live;
        read(this::isCutThrough, (stretch, found) -> points[stretch] = found.size());
        gather(points);
    }

    private void gather(int[] points) {
        int found = 0;
        for (int i = 0; i < points.length; i++) {
            if (points[i] == 0) continue;
            chunk[found] = i;
            starts[found + 1] = starts[found] + points[i];
            found++;
        }
        chunk = Arrays.copyOf(chunk, found);
        starts = Arrays.copyOf(starts, found + 1);
    }

    /** How many stretches there are. */
    int size() {
        return chunk.length;
    }

    /** Points of the series. */
    long total() {
        return total;
    }

    /** Points in the range. */
    long count() {
        return end(size() - 1);
    }

    long start(int stretch) {
        return starts[stretch];
    }

    long end(int stretch) {
        return starts[stretch + 1];
    }

    /** What is known of its chunk. */
    ChunkSummary at(int stretch) {
        return chunks.at(chunk[stretch]);
    }

    /** Whether it is all that its chunk has. */
    boolean isWhole(int stretch) {
        return isInside(at(stretch));
    }

    private boolean isInside(ChunkSummary summary) {
        return steps.first() <= summary.minStep() && summary.maxStep() <= steps.last();
    }

    private boolean isCutThrough(int stretch) {
        ChunkSummary summary = at(stretch);
        return !isInside(summary) && summary.minStep() <= steps.last() && steps.first() <= summary.maxStep();
    }

    /** Reads those that are wanted, in their order; an earlier one may have been visited or not when a later one is asked for. */
    void read(IntPredicate wanted, Visitor visitor) {
        List<Integer> some = new ArrayList<>(TOGETHER);
        for (int i = 0; i < size(); i++) {
            if (wanted.test(i)) some.add(i);
            if (some.size() == TOGETHER) visit(some, visitor);
        }
        if (!some.isEmpty()) visit(some, visitor);
    }

    private void visit(List<Integer> some, Visitor visitor) {
        Map<Integer, PointColumns> found =
                chunks.read(some.stream().map(stretch -> chunk[stretch]).toList());
        for (int stretch : some) {
            PointColumns points = found.getOrDefault(chunk[stretch], PointColumns.NONE);
            visitor.visit(stretch, steps.equals(StepRange.ALL) ? points : points.at(steps::holds));
        }
        some.clear();
    }
}
