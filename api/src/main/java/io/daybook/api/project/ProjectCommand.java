package io.daybook.api.project;

import io.daybook.api.user.UserId;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public sealed interface ProjectCommand {

    /** A new project; its creator gets a row that lets them read. */
    record CreateProject(@RoutingKey ProjectId id, String name, String createdDate, UserId creator)
            implements ProjectCommand {}

    /** Changes what is not null. */
    record ChangeProject(
            @TargetAggregateIdentifier ProjectId id,
            @Nullable String name,
            @Nullable String description) implements ProjectCommand {}

    /** Everything below the project goes with it. */
    record DeleteProject(@TargetAggregateIdentifier ProjectId id) implements ProjectCommand {}

    /**
     * A permission row for a user; answers with its id, a number. Refused with UNKNOWN_USER, or RIGHTS_ALREADY_GRANTED
     * when the user has a row.
     */
    record GrantRights(@TargetAggregateIdentifier ProjectId id, UserId user, Rights rights) implements ProjectCommand {}

    /** Changes the flags that are not null. */
    record ChangeRights(
            PermissionId permission,
            @Nullable Boolean create,
            @Nullable Boolean read,
            @Nullable Boolean update,
            @Nullable Boolean delete)
            implements ProjectCommand {

        @TargetAggregateIdentifier
        public ProjectId project() {
            return permission.project();
        }
    }

    record RevokeRights(PermissionId permission) implements ProjectCommand {

        @TargetAggregateIdentifier
        public ProjectId project() {
            return permission.project();
        }
    }
}
