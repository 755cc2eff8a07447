package io.daybook.api.sequence;

/** What is numbered by leased ids. */
public enum SequenceName {
    PROJECT,
    EXPERIMENT,
    ITERATION;

    /** The aggregate's id, such as {@code sequence:iteration}. */
    @Override
    public String toString() {
        return "sequence:" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
