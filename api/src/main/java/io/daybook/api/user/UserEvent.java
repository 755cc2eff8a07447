package io.daybook.api.user;

public sealed interface UserEvent {

    /** Event 1 of every log. {@code zone} is the time zone of all its local dates. */
    record DefaultUserSeeded(
            long userId,
            String firstName,
            String lastName,
            String username,
            String passwordHash,
            boolean admin,
            String createdDate,
            String zone)
            implements UserEvent {}
}
