package io.daybook.api.access;

import io.daybook.api.project.Rights;

/** What one may do with the things of a project. */
public enum Right {
    CREATE,
    READ,
    UPDATE,
    DELETE;

    /** Whether a permission row with these flags gives it. */
    public boolean in(Rights row) {
        return (this == CREATE && row.create())
                || (this == READ && row.read())
                || (this == UPDATE && row.update())
                || (this == DELETE && row.delete());
    }
}
