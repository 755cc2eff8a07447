package io.daybook.query.iteration;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.iteration.chunk.ChunkSummary;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.PointColumns;
import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A series of scalars, chunk by chunk: what its directories say of each, and the points of those that are read. Points that
 * came after the series was counted are left out.
 */
public final class SeriesChunks {

    private final Documents documents;
    private final long iteration;
    private final SeriesDocument series;
    private final List<Directory> directories = new ArrayList<>();

    /** Of the last chunk, when its directory knows of more points than the series has counted. */
    private @Nullable ChunkSummary last;

    private boolean corrected;

    private SeriesChunks(Documents documents, long iteration, SeriesDocument series) {
        this.documents = documents;
        this.iteration = iteration;
        this.series = series;
    }

    /** Empty when something is missing. */
    static Optional<SeriesChunks> of(Documents documents, long iteration, SeriesDocument series) {
        SeriesChunks chunks = new SeriesChunks(documents, iteration, series);
        return chunks.readDirectories() && chunks.cutLast() ? Optional.of(chunks) : Optional.empty();
    }

    private boolean readDirectories() {
        List<String> ids = SeriesView.directories(iteration, series.place(), series.points());
        Map<String, Document> found = documents.get(SeriesView.DIRECTORY, ids);
        if (found.size() < ids.size()) return false;
        for (String id : ids) {
            Document document = found.get(id);
            if (document != null) directories.add(Directory.in(bson(document)));
        }
        return row(size() - 1) < directories.getLast().size();
    }

    private boolean cutLast() {
        int chunk = size() - 1;
        int counted = counted(chunk);
        if (at(chunk).points() <= counted) return true;
        Optional<Document> found = documents.get(SeriesView.CHUNK, id(chunk));
        last = found.map(document ->
                        ChunkSummary.of(ScalarChunk.in(bson(document)).first(counted)))
                .orElse(null);
        return found.isPresent();
    }

    /** How many chunks there are. */
    public int size() {
        return Math.toIntExact(Math.ceilDiv(series.points(), ScalarChunk.SIZE));
    }

    public ChunkSummary at(int chunk) {
        ChunkSummary cut = last;
        if (cut != null && chunk == size() - 1) return cut;
        return directories.get(chunk / Directory.SIZE).at(row(chunk));
    }

    /** The points that are left of some chunks. */
    public Map<Integer, PointColumns> read(List<Integer> chunks) {
        Map<String, Document> found =
                documents.get(SeriesView.CHUNK, chunks.stream().map(this::id).toList());
        Map<Integer, PointColumns> points = new HashMap<>();
        for (int chunk : chunks) {
            Document document = found.get(id(chunk));
            PointColumns left = document == null
                    ? PointColumns.NONE
                    : ScalarChunk.in(bson(document)).left(counted(chunk));
            corrected |= left.size() != at(chunk).live();
            points.put(chunk, left);
        }
        return points;
    }

    /** Whether a chunk had other points than its directory said: a correction came between. */
    public boolean wereCorrected() {
        return corrected;
    }

    private int counted(int chunk) {
        return (int) Math.min(ScalarChunk.SIZE, series.points() - (long) chunk * ScalarChunk.SIZE);
    }

    private String id(int chunk) {
        return SeriesView.chunk(iteration, series.place(), (long) chunk * ScalarChunk.SIZE);
    }

    private static int row(int chunk) {
        return chunk % Directory.SIZE;
    }

    private static RawBsonDocument bson(Document document) {
        return new RawBsonDocument(document.body());
    }
}
