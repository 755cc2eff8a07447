package io.daybook.api.iteration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A histogram as TensorBoard knows it.
 *
 * @param bucketLimits right edges, in the order given (not necessarily sorted)
 * @param buckets the count of each bucket, as many as limits
 */
public record Histogram(
        double min, double max, double num, double sum, double sumSquares, double[] bucketLimits, double[] buckets) {

    public Histogram {
        if (bucketLimits.length != buckets.length) {
            throw new IllegalArgumentException("a histogram has as many bucket limits as buckets");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Histogram that
                && Double.compare(min, that.min) == 0
                && Double.compare(max, that.max) == 0
                && Double.compare(num, that.num) == 0
                && Double.compare(sum, that.sum) == 0
                && Double.compare(sumSquares, that.sumSquares) == 0
                && Arrays.equals(bucketLimits, that.bucketLimits)
                && Arrays.equals(buckets, that.buckets);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(num) + Arrays.hashCode(buckets);
    }
}
