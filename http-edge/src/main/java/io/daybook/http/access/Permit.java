package io.daybook.http.access;

/** The permission classes of the contracts. */
public enum Permit {
    PUBLIC,
    /** Any user who exists. */
    SIGNED,
    ADMIN,
    /** An admin, or the user that the path names. */
    SELF,
    /** An admin, or a permission row with the read flag of the project that the query string names. */
    AUDIT,
    /** The rest: an admin, or a permission row of the owning project with this flag. */
    CREATE,
    READ,
    UPDATE,
    DELETE
}
