package io.daybook.query.model;

import io.daybook.api.documents.Documents;
import io.daybook.api.model.ModelQuery.FindModel;
import io.daybook.api.model.ModelQuery.FindModelVersion;
import io.daybook.api.model.ModelQuery.FindModelsOfProject;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.ModelView;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.list.IdListReader;
import io.daybook.query.list.IdPage;
import io.daybook.query.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which models there are, and which versions of them. */
@SuppressWarnings("rawtypes") // Axon compares the asked for class with a handler's raw type only
public final class ModelQueries {

    private final Shelf<ModelView> models;
    private final Shelf<ModelVersionView> versions;
    private final IdListReader lists;

    public ModelQueries(Documents documents, IdListReader lists) {
        this.models = new Shelf<>(documents, Models.MODEL, ModelDocument::view);
        this.versions = new Shelf<>(documents, Models.VERSION, ModelVersionDocument::view);
        this.lists = lists;
    }

    @QueryHandler
    ModelView handle(FindModel query) {
        return models.find(Key.of(query.id().value()))
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_MODEL, "there is no " + query.id()));
    }

    @QueryHandler
    Page handle(FindModelsOfProject query) {
        IdPage page = lists.page(Models.of(query.project().value()), query.slice());
        return new Page<>(models.find(page.keys(Key::of)), page.total());
    }

    @QueryHandler
    ModelVersionView handle(FindModelVersion query) {
        long id = query.id().value();
        return versions.find(Models.version(id))
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_MODEL_VERSION, "there is no model version " + id));
    }

    /** Versions of a model have ids in the order of their numbers. */
    @QueryHandler
    Page handle(FindVersionsOfModel query) {
        IdPage page = lists.page(Models.versions(query.model().value()), query.slice());
        return new Page<>(versions.find(page.keys(Models::version)), page.total());
    }
}
