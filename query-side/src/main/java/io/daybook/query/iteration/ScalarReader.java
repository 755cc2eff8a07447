package io.daybook.query.iteration;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.iteration.ScalarParts.Part;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.PointColumns;
import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<String> ids = SeriesView.directories(iteration, series.place(), series.points());
        Map<String, Document> found = documents.get(SeriesView.DIRECTORY, ids);
        for (String id : ids) {
            Document document = found.get(id);
            if (document == null) return Optional.empty();
            Directory directory = Directory.in(document);
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
        PointColumns points = PointColumns.ofSize(parts.size());
        int filled = 0;
        for (Part part : parts.all()) {
            Document document = found.get(part.chunk());
            if (document == null) return Optional.empty();
            ScalarChunk chunk = ScalarChunk.in(document);
            if (chunk.points() < part.points()) return Optional.empty();
            filled += fill(points, filled, part, chunk);
        }
        return Optional.of(new ScalarPage(parts.count() - (parts.size() - filled), from, points.cutTo(filled)));
    }

    /** Answers how many there were: fewer than wanted when some went since they were counted. */
    private static int fill(PointColumns points, int at, Part part, ScalarChunk chunk) {
        if (chunk.gone().isEmpty()) {
            chunk.copy(part.skipped(), part.wanted(), points, at);
            return part.wanted();
        }
        PointColumns left = chunk.left(part.points());
        int copied = Math.clamp(left.size() - part.skipped(), 0, part.wanted());
        points.copy(left, Math.min(part.skipped(), left.size()), copied, at);
        return copied;
    }
}
