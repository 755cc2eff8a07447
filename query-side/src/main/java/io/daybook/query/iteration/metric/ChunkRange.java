package io.daybook.query.iteration.metric;

import io.daybook.query.iteration.chunk.ChunkSummary;

/**
 * A chunk that has points, as its directory knows it.
 *
 * @param low no row in it is lower
 * @param high no row in it is higher
 */
record ChunkRange(String id, String key, ChunkSummary summary, RowKey low, RowKey high) {

    static ChunkRange of(String id, String key, ChunkSummary summary) {
        return new ChunkRange(
                id,
                key,
                summary,
                new RowKey(summary.minStep(), summary.minOrdinal()),
                new RowKey(summary.maxStep(), summary.maxOrdinal()));
    }

    int live() {
        return summary.live();
    }
}
