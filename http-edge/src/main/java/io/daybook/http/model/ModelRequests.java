package io.daybook.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.claim.ClaimedName;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes of models and versions. What is null in a change is left alone. */
interface ModelRequests {

    record NewModel(
            @Schema(minLength = 1, maxLength = ClaimedName.LONGEST)
            String name,

            @Nullable String description) {}

    record ModelChange(
            @Schema(minLength = 1, maxLength = ClaimedName.LONGEST) @Nullable String name,

            @Nullable String description) {}

    record NewVersion(
            @JsonProperty("iteration_id") Long iterationId,
            @JsonProperty("resource_id") @Nullable Long resourceId,
            @Nullable String description) {}

    record VersionChange(
            @Schema(minimum = "1", maximum = "4") @JsonProperty("stage_id") @Nullable Long stageId,

            @Nullable String description,
            @JsonProperty("resource_id") @Nullable Long resourceId) {}
}
