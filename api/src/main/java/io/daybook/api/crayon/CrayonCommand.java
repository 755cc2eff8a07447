package io.daybook.api.crayon;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import org.axonframework.commandhandling.RoutingKey;

/** Routed by name: the claim on the name decides first. */
public sealed interface CrayonCommand {

    /**
     * An experiment with one open iteration, found by its name; the reserved project is created when it is not there.
     *
     * @param freshProject the id that the reserved project gets if it has to be created
     * @param projectName the name that it gets then
     */
    record CreateCrayonExperiment(
            @RoutingKey CrayonName name,
            ExperimentId experimentId,
            IterationId iterationId,
            ProjectId freshProject,
            String projectName,
            String createdDate)
            implements CrayonCommand {}

    record DeleteCrayonExperiment(@RoutingKey CrayonName name) implements CrayonCommand {}
}
