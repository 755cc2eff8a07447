package io.daybook.http.iteration;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Refused;

/** Where points go. */
public final class RunningIterations {

    private final Queries queries;

    RunningIterations(Queries queries) {
        this.queries = queries;
    }

    public IterationId of(CrayonName name) {
        CrayonTarget target =
                queries.decide(new FindCrayonTarget(name), CrayonTarget.class).value();
        if (target.running()) return target.iterationId();
        throw new Refused(
                Refusal.EXPERIMENT_NOT_IN_PROGRESS, "the experiment is stopped or finished, and takes no more points");
    }
}
