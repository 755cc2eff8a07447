package io.daybook.http.sequence;

import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.message.Call;
import io.daybook.http.message.Queries;
import io.daybook.http.request.LocalDates;

/** What a new Crayon experiment needs before it can be asked for: its ids, and its date. */
public final class NewExperiments {

    /** Disregarded, since the reserved project is there. */
    private static final ProjectId UNUSED = new ProjectId(1);

    private final Queries queries;
    private final IdLeases ids;
    private final LocalDates dates;
    private final String projectName;

    NewExperiments(Queries queries, IdLeases ids, LocalDates dates, String projectName) {
        this.queries = queries;
        this.ids = ids;
        this.dates = dates;
        this.projectName = projectName;
    }

    public NewExperiment next(Call call) {
        return new NewExperiment(
                new ExperimentId(ids.next(call, SequenceName.EXPERIMENT)),
                new IterationId(ids.next(call, SequenceName.ITERATION)),
                freshProject(call),
                projectName,
                dates.now());
    }

    private ProjectId freshProject(Call call) {
        boolean there = queries.decide(new FindCrayonProject(), Boolean.class).value();
        return there ? UNUSED : new ProjectId(ids.next(call, SequenceName.PROJECT));
    }

    /**
     * @param freshProject the id that the reserved project gets if it has to be created
     * @param projectName the name that it gets then
     */
    public record NewExperiment(
            ExperimentId experimentId,
            IterationId iterationId,
            ProjectId freshProject,
            String projectName,
            String createdDate) {}
}
