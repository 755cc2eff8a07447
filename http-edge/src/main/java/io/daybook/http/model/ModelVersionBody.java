package io.daybook.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.model.ModelVersionView;
import io.daybook.http.tracking.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a model as the contract shows it. */
public record ModelVersionBody(
        long id,
        @JsonProperty("model_id") long modelId,
        int version,
        @JsonProperty("iteration_id") long iterationId,
        @JsonProperty("resource_id") @Nullable Long resourceId,

        @Schema(minimum = "1", maximum = "4") @JsonProperty("stage_id")
        int stageId,

        String description,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("updated_date") @Nullable String updatedDate) {

    public static ModelVersionBody of(ModelVersionView view) {
        return new ModelVersionBody(
                view.id(),
                view.modelId(),
                view.version(),
                view.iterationId(),
                view.resourceId(),
                Asked.number(view.stage()),
                view.description(),
                view.createdDate(),
                view.updatedDate());
    }
}
