package io.daybook.http.iteration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationView;
import io.daybook.http.tracking.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An iteration as the contract shows it. */
public record IterationBody(
        long id,
        @JsonProperty("experiment_id") long experimentId,
        String notes,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("end_date") @Nullable String endDate,
        @JsonProperty("parent_iteration_id") @Nullable Long parentIterationId,

        @Schema(minimum = "1", maximum = "4") @JsonProperty("status_id")
        int statusId,

        @JsonProperty("error_message") String errorMessage,
        @JsonProperty("julia_version") String juliaVersion,
        @JsonProperty("git_sha") String gitSha,
        @JsonProperty("git_dirty") boolean gitDirty,
        String entrypoint,
        @JsonProperty("project_toml") String projectToml,
        @JsonProperty("manifest_toml") String manifestToml) {

    public static IterationBody of(IterationView view) {
        Environment environment = view.environment();
        return new IterationBody(
                view.id(),
                view.experimentId(),
                view.notes(),
                view.createdDate(),
                view.endDate(),
                view.parentId(),
                Asked.number(view.status()),
                view.errorMessage(),
                environment.juliaVersion(),
                environment.gitSha(),
                environment.gitDirty(),
                environment.entrypoint(),
                environment.projectToml(),
                environment.manifestToml());
    }
}
