package io.daybook.api.user;

import org.jspecify.annotations.Nullable;

public sealed interface UserEvent {

    long userId();

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

    record UserCreated(
            long userId, String username, String firstName, String lastName, String passwordHash, String createdDate)
            implements UserEvent {}

    /** What is null was left alone. */
    record UserChanged(
            long userId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String passwordHash,
            @Nullable Boolean admin)
            implements UserEvent {}

    /** The permission rows of the user go with it. */
    record UserDeleted(long userId, String username) implements UserEvent {}
}
