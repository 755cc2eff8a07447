package io.daybook.query.backup;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hands points on in batches that make handy commands: neither too many points, nor too many bytes of them. */
final class Batches {

    static final int MOST_POINTS = 10_000;
    private static final long MOST_BYTES = 2 << 20;

    /** Two doubles as text: about what a bucket takes in an event. */
    private static final long BUCKET_BYTES = 40;

    private static final int POINT_BYTES = 32;

    private final Consumer<ScalarPoints> scalarBatches;
    private final Consumer<List<HistogramPoint>> histogramBatches;
    private final List<ScalarPoint> scalars = new ArrayList<>();
    private final List<HistogramPoint> histograms = new ArrayList<>();
    private long scalarBytes;
    private long histogramBytes;

    Batches(Consumer<ScalarPoints> scalarBatches, Consumer<List<HistogramPoint>> histogramBatches) {
        this.scalarBatches = scalarBatches;
        this.histogramBatches = histogramBatches;
    }

    void add(ScalarPoint point) {
        scalars.add(point);
        scalarBytes += POINT_BYTES + point.key().length();
        if (scalars.size() == MOST_POINTS || scalarBytes >= MOST_BYTES) flushScalars();
    }

    void add(ScalarPoints points) {
        for (int i = 0; i < points.size(); i++) {
            String key = points.keys().get(points.keyAt(i));
            add(new ScalarPoint(key, points.stepAt(i), points.wallTimeAt(i), points.valueAt(i)));
        }
    }

    void add(HistogramPoint point) {
        histograms.add(point);
        histogramBytes += POINT_BYTES
                + point.key().length()
                + BUCKET_BYTES * point.histogram().buckets().length;
        if (histograms.size() == MOST_POINTS || histogramBytes >= MOST_BYTES) flushHistograms();
    }

    void flush() {
        if (!scalars.isEmpty()) flushScalars();
        if (!histograms.isEmpty()) flushHistograms();
    }

    private void flushScalars() {
        scalarBatches.accept(ScalarPoints.of(scalars));
        scalars.clear();
        scalarBytes = 0;
    }

    private void flushHistograms() {
        histogramBatches.accept(List.copyOf(histograms));
        histograms.clear();
        histogramBytes = 0;
    }
}
