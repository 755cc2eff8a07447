package io.daybook.http.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.resource.ResourceView;
import org.jspecify.annotations.Nullable;

/** A resource as the contract shows it. */
public record ResourceBody(
        long id,
        @JsonProperty("experiment_id") long experimentId,
        String name,
        String description,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("updated_date") @Nullable String updatedDate,
        String backend,
        String uri,
        @JsonProperty("size_bytes") long sizeBytes,
        @JsonProperty("content_hash") String contentHash) {

    public static ResourceBody of(ResourceView view) {
        return new ResourceBody(
                view.id(),
                view.experimentId(),
                view.name(),
                view.description(),
                view.createdDate(),
                view.updatedDate(),
                view.content().backend(),
                view.content().uri(),
                view.content().size(),
                view.content().hash());
    }
}
