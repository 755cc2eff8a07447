package io.daybook.query.model;

import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.Stage;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** A version of a model as stored. */
final class ModelVersionDocument {

    private static final String STAGE = "stage";
    private static final String RESOURCE = "resource";
    private static final String DESCRIPTION = "description";
    private static final String UPDATED_DATE = "updated_date";

    private ModelVersionDocument() {}

    static ModelVersionView view(Fields version) {
        return new ModelVersionView(
                version.number("id"),
                version.number("model"),
                (int) version.number("version"),
                version.number("iteration"),
                version.numberOrNull(RESOURCE),
                version.one(Stage.class, STAGE),
                version.text(DESCRIPTION),
                version.text("created_date"),
                version.textOrNull(UPDATED_DATE));
    }

    static BsonDocument of(ModelVersionCreated event) {
        return Body.empty()
                .with("id", event.modelVersionId())
                .with("model", event.modelId())
                .with("version", (long) event.version())
                .with("iteration", event.iterationId())
                .with(RESOURCE, event.resourceId())
                .with(STAGE, Stage.NO_STAGE)
                .with(DESCRIPTION, event.description())
                .with("created_date", event.createdDate())
                .bson();
    }

    static BsonDocument changed(BsonDocument old, ModelVersionChanged event) {
        return Body.of(old)
                .with(STAGE, event.stage())
                .with(DESCRIPTION, event.description())
                .with(RESOURCE, event.resourceId())
                .with(UPDATED_DATE, event.updatedDate())
                .bson();
    }

    /** What the promotion of another version does to the one that was PRODUCTION. */
    static BsonDocument archived(BsonDocument old, ModelVersionChanged event) {
        return Body.of(old)
                .with(STAGE, Stage.ARCHIVED)
                .with(UPDATED_DATE, event.updatedDate())
                .bson();
    }
}
