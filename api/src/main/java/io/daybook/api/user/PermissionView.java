package io.daybook.api.user;

/** A permission row: what one user may do in one project. */
public record PermissionView(
        long id, long userId, long projectId, boolean create, boolean read, boolean update, boolean delete) {}
