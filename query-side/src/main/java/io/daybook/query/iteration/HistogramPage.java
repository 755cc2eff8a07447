package io.daybook.query.iteration;

import io.daybook.api.iteration.HistogramPoint;
import java.util.List;

/** Some histograms of a series, from {@code from} on, of {@code count} in all. */
public record HistogramPage(long count, long from, List<HistogramPoint> points) {

    public HistogramPage {
        points = List.copyOf(points);
    }
}
