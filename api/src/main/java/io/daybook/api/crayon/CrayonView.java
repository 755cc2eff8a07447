package io.daybook.api.crayon;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationId;
import java.util.List;

public sealed interface CrayonView {

    record Names(List<String> names) implements CrayonView {}

    /** Each in order of first appearance. */
    record SeriesNames(List<String> scalars, List<String> histograms) implements CrayonView {}

    /**
     * Points {@code from} to {@code from + step.length} of the {@code count} of a series.
     *
     * @param wallTime seconds since the epoch
     */
    record Scalars(IterationId iterationId, long count, long from, long[] step, double[] wallTime, double[] value)
            implements CrayonView {}

    record Histograms(IterationId iterationId, long count, long from, List<HistogramPoint> points)
            implements CrayonView {}
}
