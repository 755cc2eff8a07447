package io.daybook.api.sequence;

/** What is numbered by leased ids. */
public enum SequenceName {
    USER,
    PROJECT,
    EXPERIMENT,
    ITERATION,
    RESOURCE,
    TAG,
    ASSOCIATION,
    MODEL;

    /** The first id that is leased: the seeded user has the number before it. */
    public long first() {
        return this == USER ? 2 : 1;
    }

    /** The aggregate's id, such as {@code sequence:iteration}. */
    @Override
    public String toString() {
        return "sequence:" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
