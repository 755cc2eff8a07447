package io.daybook.query.resource;

import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** A resource as stored; its bytes are found by the hash. */
final class ResourceDocument {

    private ResourceDocument() {}

    static ResourceView view(Fields resource) {
        return new ResourceView(
                resource.number("id"),
                resource.number("experiment"),
                resource.text("name"),
                resource.text("description"),
                resource.text("created_date"),
                resource.textOrNull("updated_date"),
                new Content(
                        resource.text("hash"),
                        resource.number("size"),
                        resource.text("backend"),
                        resource.text("uri")));
    }

    static BsonDocument of(ResourceCreated event) {
        Body body = Body.empty()
                .with("id", event.resourceId())
                .with("experiment", event.experimentId())
                .with("name", event.name())
                .with("description", "")
                .with("created_date", event.createdDate());
        return with(body, event.content()).bson();
    }

    static BsonDocument changed(BsonDocument old, ResourceChanged event) {
        Body body = Body.of(old)
                .with("name", event.name())
                .with("description", event.description())
                .with("updated_date", event.updatedDate());
        return with(body, event.content()).bson();
    }

    private static Body with(Body body, @Nullable Content content) {
        if (content == null) return body;
        return body.with("hash", content.hash())
                .with("size", content.size())
                .with("backend", content.backend())
                .with("uri", content.uri());
    }
}
