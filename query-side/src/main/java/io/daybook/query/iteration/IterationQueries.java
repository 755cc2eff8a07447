package io.daybook.query.iteration;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindChildren;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.experiment.ExperimentQueries;
import io.daybook.query.list.IdListReader;
import io.daybook.query.list.IdPage;
import io.daybook.query.refusal.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which iterations there are. Those of an experiment that is being restored are not shown. */
@SuppressWarnings("rawtypes") // Axon compares the asked for class with a handler's raw type only
public final class IterationQueries {

    private final Shelf<IterationView> iterations;
    private final IterationShape shape;
    private final ExperimentQueries experiments;
    private final IdListReader lists;

    public IterationQueries(Documents documents, ExperimentQueries experiments, IdListReader lists) {
        this.iterations = new Shelf<>(documents, Iterations.ITERATION, IterationDocument::view);
        this.shape = new IterationShape(documents);
        this.experiments = experiments;
        this.lists = lists;
    }

    /** The experiment of an iteration that shows. */
    public OptionalLong experimentOf(IterationId iteration) {
        return listed(iteration).stream().mapToLong(IterationView::experimentId).findAny();
    }

    /** Whether it is one of an experiment that is being restored. */
    public boolean hides(IterationId iteration) {
        return iterations
                .find(Key.of(iteration.value()))
                .filter(stored -> experiments.hides(stored.experimentId()))
                .isPresent();
    }

    @QueryHandler
    IterationView handle(FindIteration query) {
        return listed(query.id())
                .map(iteration -> shape.whole(List.of(iteration)).getFirst())
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_ITERATION, "there is no " + query.id()));
    }

    @QueryHandler
    Page handle(FindIterationsOfExperiment query) {
        long experiment = query.experiment().value();
        if (!experiments.shows(experiment)) return new Page<>(List.of(), 0);
        IdPage page = lists.page(Iterations.of(experiment), query.slice());
        return new Page<>(shape.whole(iterations.find(page.keys(Key::of))), page.total());
    }

    @QueryHandler
    IterationView[] handle(FindChildren query) {
        OptionalLong experiment = experimentOf(query.parent());
        if (experiment.isEmpty()) return new IterationView[0];
        long[] children = lists.all(
                Iterations.children(experiment.getAsLong(), query.parent().value()));
        return shape.whole(iterations.find(new IdPage(children, children.length).keys(Key::of)))
                .toArray(IterationView[]::new);
    }

    private Optional<IterationView> listed(IterationId id) {
        return iterations.find(Key.of(id.value())).filter(iteration -> experiments.shows(iteration.experimentId()));
    }
}
