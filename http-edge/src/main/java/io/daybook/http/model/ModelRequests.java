package io.daybook.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes of models and versions. What is null in a change is left alone. */
interface ModelRequests {

    record NewModel(String name, @Nullable String description) {}

    record ModelChange(@Nullable String name, @Nullable String description) {}

    record NewVersion(
            @JsonProperty("iteration_id") Long iterationId,
            @JsonProperty("resource_id") @Nullable Long resourceId,
            @Nullable String description) {}

    record VersionChange(
            @JsonProperty("stage_id") @Nullable Long stageId,
            @Nullable String description,
            @JsonProperty("resource_id") @Nullable Long resourceId) {}
}
