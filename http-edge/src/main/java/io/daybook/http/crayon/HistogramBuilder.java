package io.daybook.http.crayon;

import io.daybook.api.iteration.Histogram;
import io.daybook.http.json.StrictJson;
import io.daybook.http.refusal.BadRequest;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.core.JsonToken;

/** Counts values into the buckets that TensorBoard uses, one value at a time. */
final class HistogramBuilder {

    /** Right edges, ascending. */
    private static final double[] EDGES = edges();

    /** One more than edges: what lies above all of them. */
    private final long[] counts = new long[EDGES.length + 1];

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long num;
    private double sum;
    private double sumSquares;

    /** Reads a list of values, at whose start the reader stands. */
    static Histogram read(StrictJson json) {
        if (!json.at(JsonToken.START_ARRAY)) throw new BadRequest("values is not a list of numbers");
        HistogramBuilder builder = new HistogramBuilder();
        while (json.hasElement()) builder.add(json.finite("an element of values"));
        if (builder.num == 0) throw new BadRequest("values is an empty list");
        return builder.build();
    }

    void add(double value) {
        int found = Arrays.binarySearch(EDGES, value);
        counts[found >= 0 ? found : -found - 1]++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        num++;
        sum += value;
        sumSquares += value * value;
    }

    Histogram build() {
        int[] filled =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        double[] limits = Arrays.stream(filled)
                .mapToDouble(i -> i < EDGES.length ? EDGES[i] : Double.MAX_VALUE)
                .toArray();
        double[] buckets = Arrays.stream(filled).mapToDouble(i -> counts[i]).toArray();
        return new Histogram(min, max, num, sum, sumSquares, limits, buckets);
    }

    private static double[] edges() {
        double[] positive = DoubleStream.iterate(1e-12, edge -> edge < 1e20, edge -> edge * 1.1)
                .toArray();
        DoubleStream negative =
                IntStream.range(0, positive.length).mapToDouble(i -> -positive[positive.length - 1 - i]);
        return DoubleStream.concat(DoubleStream.concat(negative, DoubleStream.of(0)), Arrays.stream(positive))
                .toArray();
    }
}
