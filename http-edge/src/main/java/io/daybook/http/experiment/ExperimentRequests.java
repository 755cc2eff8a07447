package io.daybook.http.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes of experiments. What is null in a change is left alone. */
interface ExperimentRequests {

    record NewExperiment(
            @Schema(minimum = "1", maximum = "1") @JsonProperty("status_id")
            Long statusId,

            @Schema(minLength = 1) String name) {}

    record ExperimentChange(
            @Schema(minimum = "1", maximum = "3") @JsonProperty("status_id") @Nullable Long statusId,

            @Schema(minLength = 1) @Nullable String name,
            @Nullable String description,
            @JsonProperty("end_date") @Nullable String endDate) {}
}
