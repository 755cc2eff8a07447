package io.daybook.api.iteration;

/** A scalar point's number: {@code iteration * 2^27 + ordinal}, the ordinal as in the events that logged it. */
public record MetricId(long value) {

    public MetricId {
        new IterationId(value / IterationId.MAX_POINTS);
    }

    public static MetricId of(long iterationId, long ordinal) {
        return new MetricId(iterationId * IterationId.MAX_POINTS + ordinal);
    }

    public IterationId iteration() {
        return new IterationId(value / IterationId.MAX_POINTS);
    }

    public int ordinal() {
        return (int) (value % IterationId.MAX_POINTS);
    }
}
