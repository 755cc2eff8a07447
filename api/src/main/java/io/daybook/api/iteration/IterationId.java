package io.daybook.api.iteration;

/**
 * An iteration's number, from 1 to 2^26 - 1. Ids of its points are found by arithmetic:
 * {@code metric id = iteration * 2^27 + ordinal}, below 2^53 and so safe in every JSON client.
 */
public record IterationId(long value) {

    /** Points an iteration can hold. */
    public static final long MAX_POINTS = 1L << 27;

    public static final long HIGHEST = (1L << 26) - 1;

    public IterationId {
        if (value < 1 || value > HIGHEST) {
            throw new IllegalArgumentException("an iteration id is between 1 and 2^26 - 1, not " + value);
        }
    }

    @Override
    public String toString() {
        return "iteration-" + value;
    }
}
