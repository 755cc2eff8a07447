package io.daybook.api.crayon;

import io.daybook.api.iteration.IterationId;

public sealed interface CrayonQuery {

    /** Asked of the command side by every write: a {@link CrayonTarget}, refused with UNKNOWN_EXPERIMENT. */
    record FindCrayonTarget(CrayonName name) implements CrayonQuery {}

    /** Asked of the command side: whether the reserved project is there already. Answers a Boolean. */
    record FindCrayonProject() implements CrayonQuery {}

    /** The names of the running experiments, sorted by code point: {@link CrayonView.Names}. */
    record FindCrayonNames() implements CrayonQuery {}

    /** A {@link CrayonTarget} as the view knows it, refused with UNKNOWN_EXPERIMENT. */
    record FindCrayonExperiment(CrayonName name) implements CrayonQuery {}

    /** {@link CrayonView.SeriesNames} of an experiment, refused with UNKNOWN_EXPERIMENT. */
    record FindCrayonSeries(CrayonName name) implements CrayonQuery {}

    /**
     * Part of a series: {@link CrayonView.Scalars}. Refused with UNKNOWN_EXPERIMENT or UNKNOWN_SERIES.
     *
     * @param from the first point wanted, from 0
     * @param limit at most so many points
     */
    record FindCrayonScalars(CrayonName name, String key, long from, int limit) implements CrayonQuery {}

    /** The next part of a series whose beginning was read already, and must not change under the reader. */
    record FindMoreScalars(IterationId iterationId, String key, long from, int limit) implements CrayonQuery {}

    /** As {@link FindCrayonScalars}: {@link CrayonView.Histograms}. */
    record FindCrayonHistograms(CrayonName name, String key, long from, int limit) implements CrayonQuery {}

    record FindMoreHistograms(IterationId iterationId, String key, long from, int limit) implements CrayonQuery {}
}
