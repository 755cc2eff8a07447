package io.daybook.query.iteration;

import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.Arrays;

/** Some points of a series, from point {@code from} on, of {@code count} in all; those that are gone do not count. */
public record ScalarPage(long count, long from, long[] step, double[] wallTime, double[] value) {

    static ScalarPage ofSize(long count, long from, int size) {
        return new ScalarPage(count, from, new long[size], new double[size], new double[size]);
    }

    /** How many points were copied: fewer than wanted when some went since they were counted. */
    int copy(ScalarChunk chunk, ScalarParts.Part part, int at) {
        int passed = 0;
        int copied = 0;
        for (int i = 0; i < part.points() && copied < part.wanted(); i++) {
            if (!chunk.isLive(i) || passed++ < part.skipped()) continue;
            step[at + copied] = chunk.stepAt(i);
            wallTime[at + copied] = chunk.wallTimeAt(i);
            value[at + copied] = chunk.valueAt(i);
            copied++;
        }
        return copied;
    }

    /** The first points only, and as if the others had not been counted. */
    ScalarPage cutTo(int size) {
        int fewer = step.length - size;
        if (fewer == 0) return this;
        return new ScalarPage(
                count - fewer,
                from,
                Arrays.copyOf(step, size),
                Arrays.copyOf(wallTime, size),
                Arrays.copyOf(value, size));
    }
}
