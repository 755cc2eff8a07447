package io.daybook.api.resource;

import org.jspecify.annotations.Nullable;

/** Dates are local date-time texts. */
public record ResourceView(
        long id,
        long experimentId,
        String name,
        String description,
        String createdDate,
        @Nullable String updatedDate,
        Content content) {}
