package io.daybook.api.model;

import org.jspecify.annotations.Nullable;

public sealed interface ModelEvent {

    long modelId();

    record ModelCreated(long modelId, long projectId, String name, String description, String createdDate)
            implements ModelEvent {}

    /** What is null was left as it was. */
    record ModelChanged(
            long modelId, @Nullable String name, @Nullable String description, String updatedDate)
            implements ModelEvent {}

    /** Its versions are gone as well, and pin nothing any more. */
    record ModelDeleted(long modelId, long projectId) implements ModelEvent {}

    record ModelVersionCreated(
            long modelId,
            long modelVersionId,
            int version,
            long iterationId,
            @Nullable Long resourceId,
            String description,
            String createdDate)
            implements ModelEvent {}

    /**
     * What is null was left as it was.
     *
     * @param archivedVersionId the version that was PRODUCTION and is ARCHIVED from now on, since this one was promoted
     */
    record ModelVersionChanged(
            long modelId,
            long modelVersionId,
            @Nullable Stage stage,
            @Nullable String description,
            @Nullable Long resourceId,
            String updatedDate,
            @Nullable Long archivedVersionId)
            implements ModelEvent {}

    record ModelVersionDeleted(long modelId, long modelVersionId) implements ModelEvent {}
}
