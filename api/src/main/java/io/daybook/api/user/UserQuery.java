package io.daybook.api.user;

public sealed interface UserQuery {

    /** A {@link UserView}; refused with UNKNOWN_USER. */
    record FindUser(UserId id) implements UserQuery {}

    /** All users, a list of {@link UserView} by id. */
    record FindUsers() implements UserQuery {}

    /** A list of {@link PermissionView} by id. */
    record FindPermissionsOfUser(UserId id) implements UserQuery {}
}
