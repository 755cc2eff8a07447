package io.daybook.api.user;

/** @param createdDate local date-time text */
public record UserView(
        long id, String firstName, String lastName, String username, String createdDate, boolean admin) {}
