package io.daybook.api.model;

import org.jspecify.annotations.Nullable;

/** Dates are local date-time texts. */
public record ModelVersionView(
        long id,
        long modelId,
        int version,
        long iterationId,
        @Nullable Long resourceId,
        Stage stage,
        String description,
        String createdDate,
        @Nullable String updatedDate) {}
