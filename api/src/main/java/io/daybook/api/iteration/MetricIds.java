package io.daybook.api.iteration;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What logging points answers with: the ids of points that follow each other.
 *
 * @param first id of the first one
 * @param count how many
 */
public record MetricIds(long first, int count) {

    /** Those from number {@code from} on, {@code size} of them. */
    public MetricIds part(int from, int size) {
        return new MetricIds(first + from, size);
    }

    /** All of them, separated by commas: the way they stand in a JSON array. */
    @Override
    public String toString() {
        return LongStream.range(first, first + count).mapToObj(Long::toString).collect(Collectors.joining(","));
    }
}
