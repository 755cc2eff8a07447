package io.daybook.api.iteration;

/** A parameter's number: {@code iteration * 2^27 + ordinal}, the ordinal counting from 0 within the iteration. */
public record ParameterId(long value) {

    public ParameterId {
        new IterationId(value / IterationId.MAX_POINTS);
    }

    public static ParameterId of(long iterationId, int ordinal) {
        return new ParameterId(iterationId * IterationId.MAX_POINTS + ordinal);
    }

    public IterationId iteration() {
        return new IterationId(value / IterationId.MAX_POINTS);
    }

    public int ordinal() {
        return (int) (value % IterationId.MAX_POINTS);
    }
}
