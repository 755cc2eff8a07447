package io.daybook.http.iteration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.iteration.Environment;
import io.daybook.http.json.AnyNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Bodies of the routes of iterations, parameters and metrics. What is null in a change is left alone. */
interface IterationRequests {

    record IterationChange(
            @Nullable String notes,
            @JsonProperty("end_date") @Nullable String endDate,
            @JsonProperty("status_id") @Nullable Long statusId,
            @JsonProperty("error_message") @Nullable String errorMessage) {}

    record Snapshot(
            @JsonProperty("julia_version") String juliaVersion,
            @JsonProperty("git_sha") String gitSha,
            @JsonProperty("git_dirty") Boolean gitDirty,
            String entrypoint,
            @JsonProperty("project_toml") String projectToml,
            @JsonProperty("manifest_toml") String manifestToml) {

        Environment environment() {
            return new Environment(juliaVersion, gitSha, gitDirty, entrypoint, projectToml, manifestToml);
        }
    }

    record NewParameter(String key, String value) {}

    record ParameterChange(@Nullable String key, @Nullable String value) {}

    record NewMetric(
            String key,
            @JsonDeserialize(using = AnyNumber.class) Double value,
            @Nullable Long step,
            @JsonProperty("recorded_at") @Nullable String recordedAt) {}

    record MetricChange(
            @Nullable String key,

            @JsonDeserialize(using = AnyNumber.class) @Nullable Double value,

            @Nullable Long step,
            @JsonProperty("recorded_at") @Nullable String recordedAt) {}
}
