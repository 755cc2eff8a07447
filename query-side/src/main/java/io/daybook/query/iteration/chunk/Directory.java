package io.daybook.query.iteration.chunk;

import io.daybook.api.documents.Document;
import io.daybook.query.documents.Packed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What up to 64 chunks of a series hold, to be known without reading them.
 *
 * @param key of the series
 * @param rows one for each chunk
 */
public record Directory(String key, Column rows) {

    /** Chunks in a directory. */
    public static final int SIZE = 64;

    public static Directory in(BsonDocument document) {
        return new Directory(document.getString("key").getValue(), Column.in(document, "chunk"));
    }

    /** Where it lies, not to be changed. */
    public static Directory in(Document document) {
        Packed packed = new Packed(document);
        return new Directory(packed.text("key"), Column.in(packed, "chunk"));
    }

    public static Directory in(Optional<BsonDocument> document, String key) {
        return document.map(Directory::in).orElseGet(() -> new Directory(key, Column.empty(0)));
    }

    public int size() {
        return rows.bytes() / ChunkSummary.BYTES;
    }

    public ChunkSummary at(int row) {
        return ChunkSummary.in(rows, row);
    }

    /** What {@link #at} says, without the rest. */
    public int points(int row) {
        return ChunkSummary.points(rows, row);
    }

    public int live(int row) {
        return ChunkSummary.live(rows, row);
    }

    public long minStep(int row) {
        return ChunkSummary.minStep(rows, row);
    }

    public long maxStep(int row) {
        return ChunkSummary.maxStep(rows, row);
    }

    public int minOrdinal(int row) {
        return ChunkSummary.minOrdinal(rows, row);
    }

    public int maxOrdinal(int row) {
        return ChunkSummary.maxOrdinal(rows, row);
    }

    public List<ChunkSummary> all() {
        List<ChunkSummary> all = new ArrayList<>(size());
        for (int row = 0; row < size(); row++) all.add(at(row));
        return all;
    }

    /** Over everything that is left. */
    public Statistics statistics() {
        Statistics all = Statistics.none();
        for (int row = 0; row < size(); row++) all = all.and(at(row).statistics());
        return all;
    }

    /** With these chunks from {@code row} on, in the place of what was said of them before. */
    public Directory with(int row, List<ScalarChunk> chunks) {
        return saying(row, chunks.stream().map(ChunkSummary::of).toList());
    }

    /** With these chunks from {@code row} on, which have got further points since they were spoken of, and nothing else. */
    public Directory grown(int row, List<ScalarChunk> chunks) {
        List<ChunkSummary> grown = new ArrayList<>(chunks.size());
        for (ScalarChunk chunk : chunks) {
            int at = row + grown.size();
            grown.add(at < size() ? at(at).grown(chunk) : ChunkSummary.of(chunk));
        }
        return saying(row, grown);
    }

    private Directory saying(int row, List<ChunkSummary> summaries) {
        Numbering.requireNext(Math.min(row, size()), row, "directory of " + key);
        Column fresh = rows.to(row * ChunkSummary.BYTES, Math.max(size() - row, summaries.size()) * ChunkSummary.BYTES);
        for (ChunkSummary summary : summaries) summary.addTo(fresh);
        for (int kept = row + summaries.size(); kept < size(); kept++) at(kept).addTo(fresh);
        return new Directory(key, fresh);
    }

    public BsonDocument bson() {
        return new BsonDocument("key", new BsonString(key)).append("chunk", rows.bson());
    }
}
