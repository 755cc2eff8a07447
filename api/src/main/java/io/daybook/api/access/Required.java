package io.daybook.api.access;

import io.daybook.api.user.UserId;

/** What somebody must be, or must have been granted, for a request to pass. An admin passes always. */
public sealed interface Required {

    /** Any user who exists. */
    record Signed() implements Required {}

    record Admin() implements Required {}

    /** The user that the request is about. */
    record Self(UserId user) implements Required {}

    /** A permission row of the owning project with this flag. */
    record InProject(Right right, Place place) implements Required {}
}
