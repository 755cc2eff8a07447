package io.daybook.http.iteration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.iteration.Environment;
import io.daybook.http.json.AnyNumber;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Bodies of the routes of iterations, parameters and metrics. What is null in a change is left alone. */
interface IterationRequests {

    record IterationChange(
            @Nullable String notes,
            @JsonProperty("end_date") @Nullable String endDate,

            @Schema(minimum = "1", maximum = "4") @JsonProperty("status_id") @Nullable Long statusId,

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

    record NewParameter(
            @Schema(minLength = 1) String key,
            @Schema(minLength = 1) String value) {}

    record ParameterChange(
            @Schema(minLength = 1) @Nullable String key,
            @Schema(minLength = 1) @Nullable String value) {}

    record NewMetric(
            @Schema(minLength = 1) String key,
            @JsonDeserialize(using = AnyNumber.class) Double value,
            @Nullable Long step,
            @JsonProperty("recorded_at") @Nullable String recordedAt) {}

    /** For the description alone: {@link MetricBatch} reads it into columns. */
    record NewMetrics(
            List<Item> metrics,
            @Nullable Long step,
            @JsonProperty("recorded_at") @Nullable String recordedAt) {

        record Item(
                @Schema(minLength = 1) String key,
                @JsonDeserialize(using = AnyNumber.class) Double value) {}
    }

    record MetricChange(
            @Schema(minLength = 1) @Nullable String key,

            @JsonDeserialize(using = AnyNumber.class) @Nullable Double value,

            @Nullable Long step,
            @JsonProperty("recorded_at") @Nullable String recordedAt) {}
}
