package io.daybook.api.access;

/** What one may do with the things of a project. */
public enum Right {
    CREATE,
    READ,
    UPDATE,
    DELETE
}
