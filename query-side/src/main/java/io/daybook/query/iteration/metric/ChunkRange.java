package io.daybook.query.iteration.metric;

import io.daybook.query.iteration.SeriesView;
import io.daybook.query.iteration.chunk.Directory;

/**
 * A chunk that has points, as its directory knows it. There may be a hundred thousand to look at for a page that lies in two.
 *
 * @param row in the directory
 * @param low no row in it is lower
 * @param high no row in it is higher
 */
record ChunkRange(Listed in, int row, int live, RowKey low, RowKey high) {

    /** A directory, and its id. */
    record Listed(String id, Directory directory) {}

    static ChunkRange of(Listed in, int row) {
        Directory known = in.directory();
        return new ChunkRange(
                in,
                row,
                known.live(row),
                new RowKey(known.minStep(row), known.minOrdinal(row)),
                new RowKey(known.maxStep(row), known.maxOrdinal(row)));
    }

    String id() {
        return SeriesView.chunkOf(in.id(), row);
    }

    String key() {
        return in.directory().key();
    }

    int points() {
        return in.directory().points(row);
    }
}
