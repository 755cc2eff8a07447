package io.daybook.http.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.Histogram;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramBuilderTest {

    private static Histogram built(double... values) {
        HistogramBuilder builder = new HistogramBuilder();
        for (double value : values) builder.add(value);
        return builder.build();
    }

    @Test
    void a_value_falls_into_the_first_bucket_whose_right_edge_is_not_below_it() {
        assertThat(built(1e-12).bucketLimits()).containsExactly(1e-12);
        assertThat(built(1.05e-12).bucketLimits()).containsExactly(1e-12 * 1.1);
        assertThat(built(0).bucketLimits()).containsExactly(0);
        assertThat(built(-0.0).bucketLimits()).containsExactly(0);
        assertThat(built(-1e-13).bucketLimits()).containsExactly(0);
        assertThat(built(-1e-12).bucketLimits()).containsExactly(-1e-12);
    }

    @Test
    void what_lies_above_all_edges_has_a_bucket_too() {
        Histogram high = built(Double.MAX_VALUE, 1e21);

        assertThat(high.bucketLimits()).containsExactly(Double.MAX_VALUE);
        assertThat(high.buckets()).containsExactly(2);
    }

    @Test
    void what_lies_below_all_edges_falls_into_the_first() {
        double first = built(-1e300).bucketLimits()[0];

        assertThat(first).isBetween(-1e20, -9e19);
        assertThat(built(-1e20).bucketLimits()).containsExactly(first);
    }

    @Test
    void sums_are_plain_sums() {
        Histogram histogram = built(3, -1, 0.5);

        assertThat(histogram.min()).isEqualTo(-1);
        assertThat(histogram.max()).isEqualTo(3);
        assertThat(histogram.num()).isEqualTo(3);
        assertThat(histogram.sum()).isEqualTo(2.5);
        assertThat(histogram.sumSquares()).isEqualTo(10.25);
    }

    @Test
    void every_value_is_in_one_bucket_and_no_bucket_is_empty() {
        double[] values = new Random(7).doubles(10_000, -1e3, 1e3).toArray();

        Histogram histogram = built(values);

        assertThat(java.util.Arrays.stream(histogram.buckets()).sum()).isEqualTo(10_000);
        assertThat(histogram.buckets()).doesNotContain(0);
        assertThat(histogram.bucketLimits()).isSorted();
    }
}
