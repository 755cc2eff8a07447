package io.daybook.http.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.user.PermissionView;

/** A permission row as the contract shows it. */
public record PermissionBody(
        long id,
        @JsonProperty("user_id") long userId,
        @JsonProperty("project_id") long projectId,
        @JsonProperty("create_permission") boolean create,
        @JsonProperty("read_permission") boolean read,
        @JsonProperty("update_permission") boolean update,
        @JsonProperty("delete_permission") boolean delete) {

    public static PermissionBody of(PermissionView view) {
        return new PermissionBody(
                view.id(), view.userId(), view.projectId(), view.create(), view.read(), view.update(), view.delete());
    }
}
