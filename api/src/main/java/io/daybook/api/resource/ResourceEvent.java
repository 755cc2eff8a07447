package io.daybook.api.resource;

import org.jspecify.annotations.Nullable;

public sealed interface ResourceEvent {

    long resourceId();

    record ResourceCreated(
            long resourceId, long experimentId, long projectId, String name, Content content, String createdDate)
            implements ResourceEvent {}

    /** What is null was left as it was. */
    record ResourceChanged(
            long resourceId,
            @Nullable String name,
            @Nullable String description,
            @Nullable Content content,
            String updatedDate)
            implements ResourceEvent {}

    record ResourceDeleted(long resourceId, long experimentId) implements ResourceEvent {}
}
