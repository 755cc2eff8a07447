package io.daybook.query.iteration.chunk;

import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * Up to 16 histograms of a series, packed. Few buckets lie in the chunk; the many of a big histogram lie in documents
 * of their own, so that no document nears the 16 MB that MongoDB allows.
 *
 * @param summary min, max, num, sum, sum of squares of each histogram
 * @param buckets how many buckets each has
 */
public record HistogramChunk(
        Statistics statistics,
        Column step,
        Column wallTime,
        Column summary,
        Column buckets,
        Column limit,
        Column bucket) {

    public static final int SIZE = 16;
    public static final int FEW_BUCKETS = 1_024;
    public static final int BUCKETS_A_PART = 65_536;
    private static final int SUMMARY = 5;

    public static HistogramChunk in(BsonDocument document) {
        return new HistogramChunk(
                Statistics.in(document),
                Column.in(document, "step"),
                Column.in(document, "wall_time"),
                Column.in(document, "summary"),
                Column.in(document, "buckets"),
                Column.in(document, "limit"),
                Column.in(document, "bucket"));
    }

    public static HistogramChunk in(Optional<BsonDocument> document) {
        return document.map(HistogramChunk::in).orElseGet(() -> {
            Column none = Column.empty(0);
            return new HistogramChunk(Statistics.none(), none, none, none, none, none, none);
        });
    }

    public HistogramChunk with(List<HistogramPoint> points) {
        HistogramChunk longer = this;
        for (HistogramPoint point : points) longer = longer.with(point);
        return longer;
    }

    private HistogramChunk with(HistogramPoint point) {
        Histogram histogram = point.histogram();
        int size = histogram.buckets().length;
        int here = isBig(size) ? 0 : size;
        HistogramChunk longer = new HistogramChunk(
                statistics.with(point.step()),
                step.with(Long.BYTES),
                wallTime.with(Double.BYTES),
                summary.with(SUMMARY * Double.BYTES),
                buckets.with(Integer.BYTES),
                limit.with(here * Double.BYTES),
                bucket.with(here * Double.BYTES));
        longer.step.addLong(point.step());
        longer.wallTime.addDouble(point.wallTime());
        longer.summary.addDoubles(summaryOf(histogram), 0, SUMMARY);
        longer.buckets.addInt(size);
        longer.limit.addDoubles(histogram.bucketLimits(), 0, here);
        longer.bucket.addDoubles(histogram.buckets(), 0, here);
        return longer;
    }

    private static double[] summaryOf(Histogram histogram) {
        return new double[] {histogram.min(), histogram.max(), histogram.num(), histogram.sum(), histogram.sumSquares()
        };
    }

    public static boolean isBig(int buckets) {
        return buckets > FEW_BUCKETS;
    }

    public int bucketsAt(int index) {
        return buckets.intAt(index);
    }

    /** The limits of a histogram whose buckets lie here. */
    public double[] limitsAt(int index) {
        return slice(limit, index);
    }

    public double[] countsAt(int index) {
        return slice(bucket, index);
    }

    public HistogramPoint pointAt(int index, String key, double[] limits, double[] counts) {
        int s = index * SUMMARY;
        Histogram histogram = new Histogram(
                summary.doubleAt(s),
                summary.doubleAt(s + 1),
                summary.doubleAt(s + 2),
                summary.doubleAt(s + 3),
                summary.doubleAt(s + 4),
                limits,
                counts);
        return new HistogramPoint(key, step.longAt(index), wallTime.doubleAt(index), histogram);
    }

    public BsonDocument bson() {
        return statistics
                .into(new BsonDocument())
                .append("step", step.bson())
                .append("wall_time", wallTime.bson())
                .append("summary", summary.bson())
                .append("buckets", buckets.bson())
                .append("limit", limit.bson())
                .append("bucket", bucket.bson());
    }

    private double[] slice(Column column, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            if (!isBig(bucketsAt(i))) from += bucketsAt(i);
        }
        double[] numbers = new double[bucketsAt(index)];
        for (int i = 0; i < numbers.length; i++) numbers[i] = column.doubleAt(from + i);
        return numbers;
    }
}
