package io.daybook.api.series;

import io.daybook.api.iteration.IterationId;

public sealed interface SeriesQuery {

    /** All series of an iteration that have points, in order of first appearance: {@link SeriesView}, refused with UNKNOWN_ITERATION. */
    record FindSeries(IterationId iteration) implements SeriesQuery {}

    /**
     * Part of a series of scalars: {@link ScalarColumns}. Refused with UNKNOWN_ITERATION or UNKNOWN_SERIES.
     *
     * @param from the first point wanted, from 0
     * @param limit at most so many points
     */
    record FindScalars(IterationId iteration, String key, long from, int limit) implements SeriesQuery {}

    /**
     * A series as it looks from afar: {@link ThinnedScalars}. Refused as {@link FindScalars}.
     *
     * @param points at most so many, 2 or more
     */
    record FindThinnedScalars(IterationId iteration, String key, StepRange steps, int points) implements SeriesQuery {}
}
