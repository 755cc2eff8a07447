package io.daybook.command.access;

import io.daybook.api.user.UserId;

/** What sign-in and rights need to know of a user. */
record Account(UserId user, String username, boolean admin, String passwordHash) {

    Account changed(boolean nowAdmin, String nowHash) {
        return new Account(user, username, nowAdmin, nowHash);
    }

    @Override
    public String toString() {
        return "Account[" + user + "]";
    }
}
