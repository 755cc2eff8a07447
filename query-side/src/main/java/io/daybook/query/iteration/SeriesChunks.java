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

/**
 * A series of scalars, chunk by chunk: what its directories say of each, and the points of those that are read. Points that
 * came after the series was counted are left out.
 */
public final class SeriesChunks {

    private final Documents documents;
    private final long iteration;
    private final SeriesDocument series;

    /** What the directories say, of each chunk once: it is asked for again and again. */
    private final List<ChunkSummary> summaries = new ArrayList<>();

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
            if (document != null) summaries.addAll(Directory.in(document).all());
        }
        return summaries.size() >= size();
    }

    /** Of the last chunk, its directory may know of more points than the series has counted. */
    private boolean cutLast() {
        int chunk = size() - 1;
        int counted = counted(chunk);
        if (at(chunk).points() <= counted) return true;
        Optional<Document> found = documents.get(SeriesView.CHUNK, id(chunk));
        found.ifPresent(document ->
                summaries.set(chunk, ChunkSummary.of(ScalarChunk.in(document).first(counted))));
        return found.isPresent();
    }

    /** How many chunks there are. */
    public int size() {
        return Math.toIntExact(Math.ceilDiv(series.points(), ScalarChunk.SIZE));
    }

    public ChunkSummary at(int chunk) {
        return summaries.get(chunk);
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
                    : ScalarChunk.in(document).left(counted(chunk));
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
}
