package io.daybook.http.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes of experiments. What is null in a change is left alone. */
interface ExperimentRequests {

    record NewExperiment(@JsonProperty("status_id") Long statusId, String name) {}

    record ExperimentChange(
            @JsonProperty("status_id") @Nullable Long statusId,
            @Nullable String name,
            @Nullable String description,
            @JsonProperty("end_date") @Nullable String endDate) {}
}
