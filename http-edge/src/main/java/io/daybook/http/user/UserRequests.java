package io.daybook.http.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.claim.ClaimedName;
import io.daybook.api.project.Rights;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of the routes of users and permission rows. What is null in a change is left alone. */
interface UserRequests {

    record SignInBody(String username, String password) {}

    record NewUser(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,

            @Schema(minLength = 1, maxLength = ClaimedName.LONGEST)
            String username,

            @Schema(minLength = 1) String password) {}

    record UserChange(
            @JsonProperty("first_name") @Nullable String firstName,
            @JsonProperty("last_name") @Nullable String lastName,
            @Schema(minLength = 1) @Nullable String password,
            @JsonProperty("is_admin") @Nullable Boolean isAdmin) {}

    record NewPermission(
            @JsonProperty("create_permission") Boolean create,
            @JsonProperty("read_permission") Boolean read,
            @JsonProperty("update_permission") Boolean update,
            @JsonProperty("delete_permission") Boolean delete) {

        Rights rights() {
            return new Rights(create, read, update, delete);
        }
    }

    record PermissionChange(
            @JsonProperty("create_permission") @Nullable Boolean create,
            @JsonProperty("read_permission") @Nullable Boolean read,
            @JsonProperty("update_permission") @Nullable Boolean update,
            @JsonProperty("delete_permission") @Nullable Boolean delete) {}
}
