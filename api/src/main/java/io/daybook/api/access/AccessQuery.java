package io.daybook.api.access;

import io.daybook.api.user.UserId;

/** Asked of the command side, which knows of every change of rights before that change is answered. */
public sealed interface AccessQuery {

    /**
     * Whether {@code user} has what is required: a {@link CallerView}. Refused with CALLER_GONE, ADMIN_REQUIRED,
     * SAME_USER_REQUIRED, PROJECT_PERMISSION_REQUIRED, or OWNER_NOT_FOUND when a thing belongs to no project.
     */
    record FindAccess(UserId user, Required required) implements AccessQuery {}

    /** What a password is compared with: {@link Credentials}. Refused with UNKNOWN_USER. */
    record FindCredentials(String username) implements AccessQuery {}
}
