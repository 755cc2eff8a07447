package io.daybook.query.iteration.chunk;

import io.daybook.api.documents.Document;
import io.daybook.api.iteration.Histogram;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** The buckets of one big histogram, {@link HistogramChunk#BUCKETS_A_PART} to a document. */
public final class BucketParts {

    private final double[] limits;
    private final double[] counts;

    BucketParts(double[] limits, double[] counts) {
        this.limits = limits;
        this.counts = counts;
    }

    public static List<String> ids(String chunk, int index, int buckets) {
        int parts = Math.ceilDiv(buckets, HistogramChunk.BUCKETS_A_PART);
        return IntStream.range(0, parts)
                .mapToObj(part -> String.format(Locale.ROOT, "%s/%02d/%06d", chunk, index, part))
                .toList();
    }

    public static void write(Histogram histogram, String chunk, int index, BiConsumer<String, BsonDocument> to) {
        int size = histogram.buckets().length;
        int from = 0;
        for (String id : ids(chunk, index, size)) {
            int end = Math.min(from + HistogramChunk.BUCKETS_A_PART, size);
            to.accept(id, part(histogram, from, end));
            from = end;
        }
    }

    private static BsonDocument part(Histogram histogram, int from, int end) {
        Column limit = Column.empty((end - from) * Double.BYTES);
        limit.addDoubles(histogram.bucketLimits(), from, end);
        Column bucket = Column.empty((end - from) * Double.BYTES);
        bucket.addDoubles(histogram.buckets(), from, end);
        return new BsonDocument("limit", limit.bson()).append("bucket", bucket.bson());
    }

    /** Empty when a part is missing. */
    public static Optional<BucketParts> read(List<String> ids, int buckets, Map<String, Document> documents) {
        BucketParts parts = new BucketParts(new double[buckets], new double[buckets]);
        int at = 0;
        for (String id : ids) {
            Document document = documents.get(id);
            if (document == null) return Optional.empty();
            at = parts.copy(new RawBsonDocument(document.body()), at);
        }
        return Optional.of(parts);
    }

    private int copy(BsonDocument part, int at) {
        Column limit = Column.in(part, "limit");
        Column bucket = Column.in(part, "bucket");
        for (int i = 0; i < limit.doubles(); i++) {
            limits[at + i] = limit.doubleAt(i);
            counts[at + i] = bucket.doubleAt(i);
        }
        return at + limit.doubles();
    }

    public double[] limits() {
        return limits;
    }

    public double[] counts() {
        return counts;
    }
}
