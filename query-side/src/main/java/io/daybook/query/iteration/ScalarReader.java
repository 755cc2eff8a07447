package io.daybook.query.iteration;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.RawBsonDocument;

/** Unpacks the chunks that a page of points lies in. */
final class ScalarReader {

    private final Documents documents;

    ScalarReader(Documents documents) {
        this.documents = documents;
    }

    Optional<ScalarPage> read(long iteration, SeriesDocument series, long from, int limit) {
        long count = series.statistics().count();
        int size = Math.clamp(count - from, 0, limit);
        ScalarPage page = new ScalarPage(count, from, new long[size], new double[size], new double[size]);
        List<String> ids = chunks(iteration, series, from, size);
        Map<String, Document> found = documents.get(SeriesView.CHUNK, ids);
        int filled = 0;
        for (String id : ids) {
            Document document = found.get(id);
            int before = (int) ((from + filled) % ScalarChunk.SIZE);
            int wanted = Math.min(size - filled, ScalarChunk.SIZE - before);
            if (document == null || !copy(document, before, wanted, page, filled)) return Optional.empty();
            filled += wanted;
        }
        return Optional.of(page);
    }

    private static List<String> chunks(long iteration, SeriesDocument series, long from, int size) {
        List<String> ids = new ArrayList<>();
        for (long chunk = from / ScalarChunk.SIZE; chunk * ScalarChunk.SIZE < from + size; chunk++) {
            ids.add(SeriesView.chunk(iteration, SeriesKind.SCALAR, series.place(), chunk));
        }
        return size == 0 ? List.of() : ids;
    }

    /** False when the chunk holds fewer points than the series counted. */
    private static boolean copy(Document document, int before, int wanted, ScalarPage page, int at) {
        ScalarChunk chunk = ScalarChunk.in(new RawBsonDocument(document.body()));
        if (chunk.statistics().count() < before + wanted) return false;
        for (int i = 0; i < wanted; i++) {
            page.step()[at + i] = chunk.stepAt(before + i);
            page.wallTime()[at + i] = chunk.wallTimeAt(before + i);
            page.value()[at + i] = chunk.valueAt(before + i);
        }
        return true;
    }
}
