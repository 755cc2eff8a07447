package io.daybook.api.user;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public sealed interface UserCommand {

    /**
     * Opens an empty log: its first event is the {@code default} user.
     *
     * @param passwordHash bcrypt, made outside the aggregate since it is salted
     * @param createdDate local date-time text in {@code zone}
     * @param zone the time zone of all local dates of this log, for ever
     */
    record SeedDefaultUser(@TargetAggregateIdentifier UserId id, String passwordHash, String createdDate, String zone)
            implements UserCommand {}

    /** Refused with USERNAME_TAKEN. A new user is never an admin. */
    record CreateUser(
            UserId id,
            @RoutingKey Username username,
            String firstName,
            String lastName,
            String passwordHash,
            String createdDate)
            implements UserCommand {}

    /** Changes what is not null. {@code admin} is for admins to send. */
    record ChangeUser(
            @TargetAggregateIdentifier UserId id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String passwordHash,
            @Nullable Boolean admin)
            implements UserCommand {}

    /** Takes the user's permission rows with it. Refused for the {@code default} user. */
    record DeleteUser(@RoutingKey UserId id) implements UserCommand {}
}
