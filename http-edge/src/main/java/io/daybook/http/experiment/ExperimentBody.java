package io.daybook.http.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.http.tracking.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An experiment as the contract shows it. */
public record ExperimentBody(
        long id,
        @JsonProperty("project_id") long projectId,

        @Schema(minimum = "1", maximum = "3") @JsonProperty("status_id")
        int statusId,

        String name,
        String description,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("end_date") @Nullable String endDate) {

    public static ExperimentBody of(ExperimentView view) {
        return new ExperimentBody(
                view.id(),
                view.projectId(),
                Asked.number(view.status()),
                view.name(),
                view.description(),
                view.createdDate(),
                view.endDate());
    }
}
