package io.daybook.api.crayon;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;

/** Where a Crayon name leads to; {@code running} says whether the experiment takes data. */
public record CrayonTarget(ProjectId projectId, ExperimentId experimentId, IterationId iterationId, boolean running) {}
