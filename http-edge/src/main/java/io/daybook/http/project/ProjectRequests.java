package io.daybook.http.project;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes of projects. What is null in a change is left alone. */
interface ProjectRequests {

    record NewProject(@Schema(minLength = 1) String name) {}

    record ProjectChange(
            @Schema(minLength = 1) @Nullable String name,
            @Nullable String description) {}
}
