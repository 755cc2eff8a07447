package io.daybook.query.model;

import io.daybook.api.model.ModelEvent.ModelChanged;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** A model as stored. */
final class ModelDocument {

    private ModelDocument() {}

    static ModelView view(Fields model) {
        return new ModelView(
                model.number("id"),
                model.number("project"),
                model.text("name"),
                model.text("description"),
                model.text("created_date"),
                model.textOrNull("updated_date"));
    }

    static BsonDocument of(ModelCreated event) {
        return Body.empty()
                .with("id", event.modelId())
                .with("project", event.projectId())
                .with("name", event.name())
                .with("description", event.description())
                .with("created_date", event.createdDate())
                .bson();
    }

    static BsonDocument changed(BsonDocument old, ModelChanged event) {
        return Body.of(old)
                .with("name", event.name())
                .with("description", event.description())
                .with("updated_date", event.updatedDate())
                .bson();
    }
}
