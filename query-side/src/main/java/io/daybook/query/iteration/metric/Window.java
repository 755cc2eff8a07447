package io.daybook.query.iteration.metric;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of all rows that a page must lie in: between two keys that are known without reading a row.
 *
 * @param low at most {@code offset} rows can be below it, so that the page begins here or later
 * @param high the page ends here or earlier; null when it may go to the end
 */
record Window(RowKey low, @Nullable RowKey high) {

    /** The highest and the lowest such key. Not empty: there are more than {@code offset} rows. */
    static Window around(List<ChunkRange> chunks, long offset, int limit) {
        return new Window(low(chunks, offset), high(chunks, offset + limit));
    }

    private static RowKey low(List<ChunkRange> chunks, long offset) {
        List<ChunkRange> sorted =
                chunks.stream().sorted(Comparator.comparing(ChunkRange::low)).toList();
        RowKey low = sorted.getFirst().low();
        long possiblyBelow = 0;
        for (ChunkRange chunk : sorted) {
            if (possiblyBelow > offset) break;
            low = chunk.low();
            possiblyBelow += chunk.live();
        }
        return low;
    }

    private static @Nullable RowKey high(List<ChunkRange> chunks, long end) {
        long surelyUpTo = 0;
        for (ChunkRange chunk :
                chunks.stream().sorted(Comparator.comparing(ChunkRange::high)).toList()) {
            surelyUpTo += chunk.live();
            if (surelyUpTo >= end) return chunk.high();
        }
        return null;
    }

    /** Rows of chunks that lie wholly below: they come before the page, and need not be read. */
    long below(List<ChunkRange> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.high().compareTo(low) < 0)
                .mapToLong(ChunkRange::live)
                .sum();
    }

    List<ChunkRange> overlapping(List<ChunkRange> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.high().compareTo(low) >= 0)
                .filter(chunk -> high == null || chunk.low().compareTo(high) <= 0)
                .toList();
    }
}
