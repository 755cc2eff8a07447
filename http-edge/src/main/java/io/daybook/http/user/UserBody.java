package io.daybook.http.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.user.UserView;

/** A user as the contract shows one: never with a password. */
public record UserBody(
        long id,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String username,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("is_admin") boolean isAdmin) {

    public static UserBody of(UserView view) {
        return new UserBody(
                view.id(), view.firstName(), view.lastName(), view.username(), view.createdDate(), view.admin());
    }
}
