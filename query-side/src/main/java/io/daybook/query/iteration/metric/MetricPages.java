package io.daybook.query.iteration.metric;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.ScalarChunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All rows of an iteration by step and ordinal, a page at a time. The directories bound the ranks of rows, so that only
 * chunks around the page are read, wherever it lies.
 */
final class MetricPages {

    /** A reading that a correction went through is tried again, but not for ever. */
    private static final int TRIES = 8;

    private static final int DIRECTORIES = 64;
    private static final int CHUNKS = 256;

    private final Documents documents;

    MetricPages(Documents documents) {
        this.documents = documents;
    }

    Page<MetricView> read(IterationId iteration, Slice slice) {
        Page<MetricView> page = new Page<>(List.of(), 0);
        for (int i = 0; i < TRIES; i++) {
            List<ChunkRange> chunks = chunks(iteration);
            long total = chunks.stream().mapToLong(ChunkRange::live).sum();
            if (slice.offset() >= total || slice.limit() == 0) return new Page<>(List.of(), total);
            Window window = Window.around(chunks, slice.offset(), slice.limit());
            LoadedChunks loaded = new LoadedChunks();
            boolean whole = load(window.overlapping(chunks), loaded);
            long from = slice.offset() - window.below(chunks);
            page = new Page<>(views(iteration, loaded.rows(from, from + slice.limit())), total);
            if (whole) break;
        }
        return page;
    }

    private List<ChunkRange> chunks(IterationId iteration) {
        List<ChunkRange> chunks = new ArrayList<>();
        Range range = Range.under(SeriesView.directoriesOf(iteration.value()), DIRECTORIES);
        List<Document> found;
        do {
            found = documents.range(SeriesView.DIRECTORY, range);
            for (Document document : found) addChunks(document, chunks);
            if (!found.isEmpty()) range = new Range(found.getLast().id() + '\0', range.to(), DIRECTORIES, false);
        } while (found.size() == DIRECTORIES);
        return chunks;
    }

    private static void addChunks(Document document, List<ChunkRange> chunks) {
        Directory directory = Directory.in(document);
        ChunkRange.Listed listed = new ChunkRange.Listed(document.id(), directory);
        for (int row = 0; row < directory.size(); row++) {
            if (directory.live(row) > 0) chunks.add(ChunkRange.of(listed, row));
        }
    }

    /** Whether all were found as the directories know them. */
    private boolean load(List<ChunkRange> wanted, LoadedChunks loaded) {
        boolean whole = true;
        for (int i = 0; i < wanted.size(); i += CHUNKS) {
            List<ChunkRange> some = wanted.subList(i, Math.min(wanted.size(), i + CHUNKS));
            Map<String, Document> found = documents.get(
                    SeriesView.CHUNK, some.stream().map(ChunkRange::id).toList());
            for (ChunkRange range : some) {
                Document document = found.get(range.id());
                whole &= document != null && loaded.add(range, ScalarChunk.in(document));
            }
        }
        return whole;
    }

    private static List<MetricView> views(IterationId iteration, List<LoadedChunks.Row> rows) {
        return rows.stream()
                .map(row -> MetricFinder.view(iteration, row.key(), row.chunk(), row.index()))
                .toList();
    }
}
