package io.daybook.api.iteration;

import org.jspecify.annotations.Nullable;

/** Dates are local date-time texts. */
public record IterationView(
        long id,
        long experimentId,
        String notes,
        String createdDate,
        @Nullable String endDate,
        @Nullable Long parentId,
        IterationStatus status,
        String errorMessage,
        Environment environment) {}
