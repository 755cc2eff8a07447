package io.daybook.query.iteration.metric;

import java.util.Comparator;

/** What rows are sorted by; no two of an iteration are equal. */
record RowKey(long step, int ordinal) implements Comparable<RowKey> {

    private static final Comparator<RowKey> ORDER =
            Comparator.comparingLong(RowKey::step).thenComparingInt(RowKey::ordinal);

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}
