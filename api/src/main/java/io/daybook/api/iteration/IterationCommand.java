package io.daybook.api.iteration;

import io.daybook.api.experiment.ExperimentId;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public sealed interface IterationCommand {

    /**
     * Starts an iteration in an experiment that is in progress. Routed by the experiment, whose status decides. Refused
     * with UNKNOWN_EXPERIMENT, EXPERIMENT_NOT_IN_PROGRESS, UNKNOWN_ITERATION or PARENT_OF_OTHER_EXPERIMENT.
     */
    record CreateIteration(
            IterationId id,
            @RoutingKey ExperimentId experimentId,
            @Nullable IterationId parentId,
            String createdDate) implements IterationCommand {}

    /** Ends an iteration: from then on it takes no points, parameters or tags. What is null is left as it is. */
    record FinaliseIteration(
            @TargetAggregateIdentifier IterationId id,
            @Nullable IterationStatus status,
            String endDate,
            @Nullable String errorMessage,
            @Nullable String notes)
            implements IterationCommand {}

    /** Changes what is not null, in an iteration that has not ended. */
    record ChangeIteration(
            @TargetAggregateIdentifier IterationId id,
            @Nullable IterationStatus status,
            @Nullable String errorMessage,
            @Nullable String notes)
            implements IterationCommand {}

    /** Replaces what is known of the run's environment; ended or not. */
    record RecordEnvironment(@TargetAggregateIdentifier IterationId id, Environment environment)
            implements IterationCommand {}

    /** Its children stay and have no parent then. Refused with REFERENCED_BY_MODEL_VERSION. */
    record DeleteIteration(@RoutingKey IterationId id) implements IterationCommand {}

    /** Answers with the {@link ParameterId}'s number. */
    record LogParameter(@TargetAggregateIdentifier IterationId id, String key, String value)
            implements IterationCommand {}

    /** Changes what is not null. */
    record ChangeParameter(
            ParameterId parameter,
            @Nullable String key,
            @Nullable String value) implements IterationCommand {

        @TargetAggregateIdentifier
        public IterationId id() {
            return parameter.iteration();
        }
    }

    record DeleteParameter(ParameterId parameter) implements IterationCommand {

        @TargetAggregateIdentifier
        public IterationId id() {
            return parameter.iteration();
        }
    }

    /**
     * Logs one or more points, all or none. Answers with {@link MetricIds}.
     *
     * @param counted for each point, whether it gets the next step of its key instead of the one it has in
     *     {@code points}; null for none
     */
    record LogScalar(@TargetAggregateIdentifier IterationId id, ScalarPoints points, boolean @Nullable [] counted)
            implements IterationCommand {

        public LogScalar(IterationId id, ScalarPoints points) {
            this(id, points, null);
        }
    }

    /** Changes what is not null of a scalar point; {@code wallTime} as in {@link ScalarPoint}. */
    record ChangeMetric(
            MetricId metric,
            @Nullable String key,
            @Nullable Double value,
            @Nullable Long step,
            @Nullable Double wallTime)
            implements IterationCommand {

        @TargetAggregateIdentifier
        public IterationId id() {
            return metric.iteration();
        }
    }

    record DeleteMetric(MetricId metric) implements IterationCommand {

        @TargetAggregateIdentifier
        public IterationId id() {
            return metric.iteration();
        }
    }

    /** Logs one or more histograms, all or none. */
    record LogHistogram(@TargetAggregateIdentifier IterationId id, List<HistogramPoint> points)
            implements IterationCommand {
        public LogHistogram {
            points = List.copyOf(points);
        }
    }
}
