package io.daybook.api.project;

public sealed interface ProjectEvent {

    record ProjectCreated(long projectId, String name, String createdDate) implements ProjectEvent {}

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
}
