package io.daybook.api.iteration;

import io.daybook.api.experiment.ExperimentId;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public sealed interface IterationCommand {

    /** Starts an iteration in an experiment that is in progress. Routed by the experiment, whose status decides. */
    record CreateIteration(
            IterationId id,
            @RoutingKey ExperimentId experimentId,
            @Nullable IterationId parentId,
            String createdDate) implements IterationCommand {}

    /** Ends an iteration: from then on it takes no points, parameters or tags. */
    record FinaliseIteration(
            @TargetAggregateIdentifier IterationId id,
            IterationStatus status,
            String endDate,
            @Nullable String errorMessage)
            implements IterationCommand {}

    /** Logs one or more points, all or none. */
    record LogScalar(@TargetAggregateIdentifier IterationId id, ScalarPoints points) implements IterationCommand {}

    /** Logs one or more histograms, all or none. */
    record LogHistogram(@TargetAggregateIdentifier IterationId id, List<HistogramPoint> points)
            implements IterationCommand {
        public LogHistogram {
            points = List.copyOf(points);
        }
    }
}
