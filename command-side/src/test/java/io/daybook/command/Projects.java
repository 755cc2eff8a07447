package io.daybook.command;

import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.user.UserId;

/**
 * Project 1 with the experiments 1 and 2, project 2 with the experiment 3; in each experiment the iteration and the
 * resource that have its number.
 */
public final class Projects {

    public static final String DATE = "2026-02-11T09:15:00.004";
    public static final Content CONTENT = new Content("ab12", 5, "filesystem", "file:///artifacts/ab/ab12");

    private Projects() {}

    public static Deciding two() {
        Deciding deciding = new Deciding();
        deciding.when(new CreateProject(new ProjectId(1), "vision", DATE, UserId.DEFAULT));
        deciding.when(new CreateProject(new ProjectId(2), "speech", DATE, UserId.DEFAULT));
        for (long id = 1; id <= 3; id++) fill(deciding, id, id == 3 ? 2 : 1);
        return deciding;
    }

    private static void fill(Deciding deciding, long id, long project) {
        ExperimentId experiment = new ExperimentId(id);
        deciding.when(new CreateExperiment(experiment, new ProjectId(project), "sweep", DATE));
        deciding.when(new CreateIteration(new IterationId(id), experiment, null, DATE));
        deciding.when(new CreateResource(new ResourceId(id), experiment, "weights", CONTENT, DATE));
    }
}
