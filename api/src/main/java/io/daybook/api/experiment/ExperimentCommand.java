package io.daybook.api.experiment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public sealed interface ExperimentCommand {

    /** Changes what is not null. Reopening (to IN_PROGRESS when an end date is stored) clears the end date. */
    record ChangeExperiment(
            @TargetAggregateIdentifier ExperimentId id,
            @Nullable ExperimentStatus status,
            @Nullable String description,
            @Nullable String endDate)
            implements ExperimentCommand {}
}
