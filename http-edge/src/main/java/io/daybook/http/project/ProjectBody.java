package io.daybook.http.project;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.project.ProjectView;

/** A project as the contract shows it. */
public record ProjectBody(
        long id,
        String name,
        String description,
        @JsonProperty("created_date") String createdDate) {

    public static ProjectBody of(ProjectView view) {
        return new ProjectBody(view.id(), view.name(), view.description(), view.createdDate());
    }
}
