package io.daybook.api.access;

import io.daybook.api.user.UserId;

/** @param passwordHash bcrypt; never shown to anybody */
public record Credentials(UserId user, String passwordHash) {

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
