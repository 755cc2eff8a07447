package io.daybook.query.iteration;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.iteration.ScalarParts.Part;
import io.daybook.query.iteration.chunk.Directory;
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
        return parts(iteration, series, from, limit).flatMap(parts -> page(parts, from));
    }

    /** Empty when a directory is missing. */
    private Optional<ScalarParts> parts(long iteration, SeriesDocument series, long from, int limit) {
        ScalarParts parts = new ScalarParts(from, limit);
        if (series.hasHoles()) return partsAmongHoles(iteration, series, parts);
        parts.pass(Math.min(series.points(), from - from % ScalarChunk.SIZE));
        while (parts.count() < Math.min(series.points(), from + limit)) {
            int points = (int) Math.min(ScalarChunk.SIZE, series.points() - parts.count());
            parts.add(SeriesView.chunk(iteration, series.place(), parts.count()), points, points);
        }
        parts.pass(series.points() - parts.count());
        return Optional.of(parts);
    }

    /** A point's place among those that are left is found by counting. */
    private Optional<ScalarParts> partsAmongHoles(long iteration, SeriesDocument series, ScalarParts parts) {
        List<String> ids = new ArrayList<>();
        for (long number = 0; number < series.points(); number += SeriesView.POINTS_A_DIRECTORY) {
            ids.add(SeriesView.directory(iteration, series.place(), number));
        }
        Map<String, Document> found = documents.get(SeriesView.DIRECTORY, ids);
        for (String id : ids) {
            Document document = found.get(id);
            if (document == null) return Optional.empty();
            Directory directory = Directory.in(new RawBsonDocument(document.body()));
            for (int row = 0; row < directory.size(); row++) {
                parts.add(
                        SeriesView.chunkOf(id, row),
                        directory.at(row).points(),
                        directory.at(row).live());
            }
        }
        return Optional.of(parts);
    }

    /** Empty when what was counted is not there. */
    private Optional<ScalarPage> page(ScalarParts parts, long from) {
        Map<String, Document> found = documents.get(
                SeriesView.CHUNK, parts.all().stream().map(Part::chunk).toList());
        ScalarPage page = ScalarPage.ofSize(parts.count(), from, parts.size());
        int filled = 0;
        for (Part part : parts.all()) {
            Document document = found.get(part.chunk());
            if (document == null) return Optional.empty();
            ScalarChunk chunk = ScalarChunk.in(new RawBsonDocument(document.body()));
            if (chunk.points() < part.points()) return Optional.empty();
            filled += page.copy(chunk, part, filled);
        }
        return Optional.of(page.cutTo(filled));
    }
}
