package io.daybook.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.model.ModelView;
import org.jspecify.annotations.Nullable;

/** A model as the contract shows it. */
public record ModelBody(
        long id,
        @JsonProperty("project_id") long projectId,
        String name,
        String description,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("updated_date") @Nullable String updatedDate) {

    public static ModelBody of(ModelView view) {
        return new ModelBody(
                view.id(), view.projectId(), view.name(), view.description(), view.createdDate(), view.updatedDate());
    }
}
