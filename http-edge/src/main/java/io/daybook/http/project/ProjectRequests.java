package io.daybook.http.project;

import org.jspecify.annotations.Nullable;

/** Bodies of the routes of projects. What is null in a change is left alone. */
interface ProjectRequests {

    record NewProject(String name) {}

    record ProjectChange(@Nullable String name, @Nullable String description) {}
}
