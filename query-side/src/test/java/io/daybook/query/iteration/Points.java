package io.daybook.query.iteration;

import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of one iteration, numbered as its aggregate numbers them. */
public final class Points {

    private final long iteration;
    private final Map<String, Long> scalars = new HashMap<>();
    private final Map<String, Long> histograms = new HashMap<>();
    private long ordinal;

    public Points(long iteration) {
        this.iteration = iteration;
    }

    public IterationCreated created(long experiment) {
        return new IterationCreated(iteration, experiment, 1, null, "2026-01-01");
    }

    public ScalarsLogged logged(ScalarPoint... points) {
        return logged(List.of(points));
    }

    public ScalarsLogged logged(List<ScalarPoint> points) {
        ScalarPoints columns = ScalarPoints.of(points);
        long[] firsts = columns.keys().stream()
                .mapToLong(key -> scalars.getOrDefault(key, 0L))
                .toArray();
        for (ScalarPoint point : points) scalars.merge(point.key(), 1L, Long::sum);
        long first = ordinal;
        ordinal += points.size();
        return new ScalarsLogged(iteration, first, firsts, columns);
    }

    public HistogramsLogged histograms(HistogramPoint... points) {
        long[] firsts = new long[points.length];
        for (int i = 0; i < points.length; i++) firsts[i] = histograms.merge(points[i].key(), 1L, Long::sum) - 1;
        return new HistogramsLogged(iteration, firsts, List.of(points));
    }

    public static ScalarPoint point(String key, long step, double value) {
        return new ScalarPoint(key, step, 1000.5 + step, value);
    }

    public static HistogramPoint histogram(String key, long step, int buckets) {
        double[] limits = new double[buckets];
        double[] counts = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            limits[i] = buckets - i;
            counts[i] = i + step;
        }
        return new HistogramPoint(key, step, 0.5 + step, new Histogram(-1, 1, 3, 0.5, 2.25, limits, counts));
    }
}
