package io.daybook.query.resource;

import io.daybook.api.documents.Documents;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.resource.ResourceView;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.experiment.ExperimentQueries;
import io.daybook.query.list.IdListReader;
import io.daybook.query.list.IdPage;
import io.daybook.query.refusal.Refused;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what was uploaded to experiments. */
@SuppressWarnings("rawtypes") // Axon compares the asked for class with a handler's raw type only
public final class ResourceQueries {

    private final Shelf<ResourceView> resources;
    private final ExperimentQueries experiments;
    private final IdListReader lists;

    public ResourceQueries(Documents documents, ExperimentQueries experiments, IdListReader lists) {
        this.resources = new Shelf<>(documents, Resources.RESOURCE, ResourceDocument::view);
        this.experiments = experiments;
        this.lists = lists;
    }

    @QueryHandler
    ResourceView handle(FindResource query) {
        return resources
                .find(Key.of(query.id().value()))
                .filter(resource -> experiments.shows(resource.experimentId()))
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_RESOURCE, "there is no " + query.id()));
    }

    @QueryHandler
    Page handle(FindResourcesOfExperiment query) {
        long experiment = query.experiment().value();
        if (!experiments.shows(experiment)) return new Page<>(List.of(), 0);
        IdPage page = lists.page(Resources.of(experiment), query.slice());
        return new Page<>(resources.find(page.keys(Key::of)), page.total());
    }
}
