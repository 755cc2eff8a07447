package io.daybook.api.model;

import org.jspecify.annotations.Nullable;

/** Dates are local date-time texts. */
public record ModelView(
        long id,
        long projectId,
        String name,
        String description,
        String createdDate,
        @Nullable String updatedDate) {}
