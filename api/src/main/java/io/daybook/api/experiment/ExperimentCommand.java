package io.daybook.api.experiment;

import io.daybook.api.project.ProjectId;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

public sealed interface ExperimentCommand {

    /** An experiment in progress. Refused with UNKNOWN_PROJECT. */
    record CreateExperiment(@RoutingKey ExperimentId id, ProjectId projectId, String name, String createdDate)
            implements ExperimentCommand {}

    /**
     * Changes what is not null. Reopening (to IN_PROGRESS when an end date is stored) clears the end date. Another name
     * is also another Crayon name when the experiment has one; refused with EXPERIMENT_NAME_TAKEN then.
     */
    record ChangeExperiment(
            @RoutingKey ExperimentId id,
            @Nullable ExperimentStatus status,
            @Nullable String name,
            @Nullable String description,
            @Nullable String endDate)
            implements ExperimentCommand {}

    /** Its iterations and resources go with it. Refused with REFERENCED_BY_MODEL_VERSION. */
    record DeleteExperiment(@RoutingKey ExperimentId id) implements ExperimentCommand {}
}
