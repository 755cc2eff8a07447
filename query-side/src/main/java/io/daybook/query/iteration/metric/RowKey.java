package io.daybook.query.iteration.metric;

/** What rows are sorted by; no two of an iteration are equal. */
record RowKey(long step, int ordinal) implements Comparable<RowKey> {

    @Override
    public int compareTo(RowKey other) {
        int bySteps = Long.compare(step, other.step);
        return bySteps != 0 ? bySteps : Integer.compare(ordinal, other.ordinal);
    }
}
