package io.daybook.api.project;

/** @param createdDate local date-time text */
public record ProjectView(long id, String name, String description, String createdDate) {}
