package io.daybook.api.user;

import io.daybook.api.claim.ClaimedName;

/** The name that somebody signs in with: unique, case-sensitive, never changed. */
public record Username(String value) {

    /** Of the user that every log begins with. */
    public static final Username DEFAULT = new Username("default");

    public Username {
        ClaimedName.require("username", value);
    }

    /** Id of the claim that keeps it unique. */
    public String claim() {
        return "username:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
