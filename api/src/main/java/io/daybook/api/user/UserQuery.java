package io.daybook.api.user;

import io.daybook.api.project.ProjectId;

public sealed interface UserQuery {

    /** A {@link UserView}; refused with UNKNOWN_USER. */
    record FindUser(UserId id) implements UserQuery {}

    /** All users, a list of {@link UserView} by id. */
    record FindUsers() implements UserQuery {}

    /** A list of {@link PermissionView} by id. */
    record FindPermissionsOfUser(UserId id) implements UserQuery {}

    /** A {@link PermissionView}; refused with UNKNOWN_PERMISSION. */
    record FindPermission(UserId user, ProjectId project) implements UserQuery {}
}
