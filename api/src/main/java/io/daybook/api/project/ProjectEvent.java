package io.daybook.api.project;

import org.jspecify.annotations.Nullable;

public sealed interface ProjectEvent {

    long projectId();

    record ProjectCreated(long projectId, String name, String createdDate) implements ProjectEvent {}

    /** What is null was left alone. */
    record ProjectChanged(
            long projectId, @Nullable String name, @Nullable String description) implements ProjectEvent {}

    /** Everything below it is gone as well: this is the one event of the cascade. */
    record ProjectDeleted(long projectId) implements ProjectEvent {}

    /** A permission row; its id is {@code projectId * 2^20 + n}, n counting from 1 within the project. */
    record RightsGranted(
            long permissionId,
            long projectId,
            long userId,
            boolean create,
            boolean read,
            boolean update,
            boolean delete)
            implements ProjectEvent {}

    /** The row as it is from now on. */
    record RightsChanged(
            long permissionId,
            long projectId,
            long userId,
            boolean create,
            boolean read,
            boolean update,
            boolean delete)
            implements ProjectEvent {}

    record RightsRevoked(long permissionId, long projectId, long userId) implements ProjectEvent {}

    record ProjectTagged(long projectId, long tagId, long associationId) implements ProjectEvent {}

    record ProjectUntagged(long projectId, long tagId, long associationId) implements ProjectEvent {}
}
