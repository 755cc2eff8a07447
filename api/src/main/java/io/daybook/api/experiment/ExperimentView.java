package io.daybook.api.experiment;

import org.jspecify.annotations.Nullable;

/** Dates are local date-time texts. */
public record ExperimentView(
        long id,
        long projectId,
        ExperimentStatus status,
        String name,
        String description,
        String createdDate,
        @Nullable String endDate) {}
