package io.daybook.api.experiment;

import io.daybook.api.page.Slice;
import io.daybook.api.project.ProjectId;

public sealed interface ExperimentQuery {

    /** An {@link ExperimentView}; refused with UNKNOWN_EXPERIMENT. */
    record FindExperiment(ExperimentId id) implements ExperimentQuery {}

    /** A {@link io.daybook.api.page.Page} of {@link ExperimentView} by id. */
    record FindExperimentsOfProject(ProjectId project, Slice slice) implements ExperimentQuery {}
}
