package io.daybook.api.project;

import io.daybook.api.access.Right;

/** The four flags of a permission row. */
public record Rights(boolean create, boolean read, boolean update, boolean delete) {

    public boolean allow(Right right) {
        return switch (right) {
            case CREATE -> create;
            case READ -> read;
            case UPDATE -> update;
            case DELETE -> delete;
        };
    }
}
