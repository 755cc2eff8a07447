package io.daybook.query.iteration;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.query.iteration.chunk.BucketParts;
import io.daybook.query.iteration.chunk.HistogramChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.RawBsonDocument;

/** Unpacks the chunks that a page of histograms lies in, and fetches the buckets of big ones. */
final class HistogramReader {

    /** 16 bytes each: a page ends early when it holds so many. */
    static final int MANY_BUCKETS = 500_000;

    private final Documents documents;

    HistogramReader(Documents documents) {
        this.documents = documents;
    }

    Optional<HistogramPage> read(long iteration, SeriesDocument series, long from, int limit) {
        long count = series.statistics().count();
        List<HistogramPoint> points = new ArrayList<>();
        int buckets = 0;
        String loaded = "";
        Optional<HistogramChunk> chunk = Optional.empty();
        for (long next = from; next < Math.min(count, from + limit) && buckets < MANY_BUCKETS; next++) {
            String id = chunk(iteration, series, next);
            if (!id.equals(loaded)) chunk = chunk(id);
            loaded = id;
            int index = (int) (next % HistogramChunk.SIZE);
            Optional<HistogramPoint> point = chunk.flatMap(found -> point(id, found, index, series.key()));
            if (point.isEmpty()) return Optional.empty();
            points.add(point.get());
            buckets += point.get().histogram().buckets().length;
        }
        return Optional.of(new HistogramPage(count, from, points));
    }

    private static String chunk(long iteration, SeriesDocument series, long number) {
        return SeriesView.chunk(iteration, SeriesKind.HISTOGRAM, series.place(), number / HistogramChunk.SIZE);
    }

    private Optional<HistogramChunk> chunk(String id) {
        Optional<Document> document = documents.get(SeriesView.CHUNK, id);
        return document.map(found -> HistogramChunk.in(new RawBsonDocument(found.body())));
    }

    private Optional<HistogramPoint> point(String id, HistogramChunk chunk, int index, String key) {
        if (index >= chunk.statistics().count()) return Optional.empty();
        int buckets = chunk.bucketsAt(index);
        if (!HistogramChunk.isBig(buckets)) {
            return Optional.of(chunk.pointAt(index, key, chunk.limitsAt(index), chunk.countsAt(index)));
        }
        List<String> ids = BucketParts.ids(id, index, buckets);
        return BucketParts.read(ids, buckets, documents.get(SeriesView.BUCKET, ids))
                .map(parts -> chunk.pointAt(index, key, parts.limits(), parts.counts()));
    }
}
