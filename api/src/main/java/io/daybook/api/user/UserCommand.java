package io.daybook.api.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

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
}
