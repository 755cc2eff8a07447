package io.daybook.api.iteration;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.page.Slice;

public sealed interface IterationQuery {

    /** An {@link IterationView}; refused with UNKNOWN_ITERATION. */
    record FindIteration(IterationId id) implements IterationQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link IterationView} by id. */
    record FindIterationsOfExperiment(ExperimentId experiment, Slice slice) implements IterationQuery {}

    /** Direct children: a list of {@link IterationView} by id. */
    record FindChildren(IterationId parent) implements IterationQuery {}

    /** A {@link ParameterView}; refused with UNKNOWN_PARAMETER. */
    record FindParameter(ParameterId id) implements IterationQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link ParameterView} by id. */
    record FindParametersOfIteration(IterationId iteration, Slice slice) implements IterationQuery {}

    /** A {@link MetricView}; refused with UNKNOWN_METRIC. */
    record FindMetric(MetricId id) implements IterationQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link MetricView} by step, then id, all keys together. */
    record FindMetricsOfIteration(IterationId iteration, Slice slice) implements IterationQuery {}
}
