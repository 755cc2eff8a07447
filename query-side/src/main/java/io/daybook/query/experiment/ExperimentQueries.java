package io.daybook.query.experiment;

import io.daybook.api.documents.Documents;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.list.IdListReader;
import io.daybook.query.list.IdPage;
import io.daybook.query.refusal.Refused;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which experiments there are. */
@SuppressWarnings("rawtypes") // Axon compares the asked for class with a handler's raw type only
public final class ExperimentQueries {

    private final Shelf<Optional<ExperimentView>> experiments;
    private final Shelf<Boolean> shown;
    private final IdListReader lists;

    public ExperimentQueries(Documents documents, IdListReader lists) {
        this.experiments = new Shelf<>(
                documents,
                Experiments.EXPERIMENT,
                stored -> ExperimentDocument.isListed(stored)
                        ? Optional.of(ExperimentDocument.view(stored))
                        : Optional.empty());
        this.shown = new Shelf<>(documents, Experiments.EXPERIMENT, ExperimentDocument::isListed);
        this.lists = lists;
    }

    /** Whether it is there, and not one that is being restored: nothing of that shows before all of it is there. */
    public boolean shows(long experiment) {
        return shown.find(Key.of(experiment)).orElse(false);
    }

    /** Whether it is one that is being restored. */
    public boolean hides(long experiment) {
        return !shown.find(Key.of(experiment)).orElse(true);
    }

    private Optional<ExperimentView> listed(long experiment) {
        return experiments.find(Key.of(experiment)).flatMap(stored -> stored);
    }

    @QueryHandler
    ExperimentView handle(FindExperiment query) {
        return listed(query.id().value())
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_EXPERIMENT, "there is no " + query.id()));
    }

    @QueryHandler
    Page handle(FindExperimentsOfProject query) {
        IdPage page = lists.page(Experiments.listed(query.project().value()), query.slice());
        return new Page<>(
                experiments.find(page.keys(Key::of)).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                page.total());
    }
}
