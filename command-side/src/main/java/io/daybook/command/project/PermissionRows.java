package io.daybook.command.project;

import io.daybook.api.project.PermissionId;
import io.daybook.api.project.Rights;
import io.daybook.api.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The permission rows of a project: at most one a user, under numbers that are never used again. */
final class PermissionRows {

    record Row(long user, Rights rights) {}

    private final Map<Long, Row> rows = new HashMap<>();
    private int used;

    /** How many rows there ever were: the number of the last one. */
    int used() {
        return used;
    }

    boolean has(UserId user) {
        return rows.values().stream().anyMatch(row -> row.user() == user.value());
    }

    Optional<Row> find(PermissionId permission) {
        return Optional.ofNullable(rows.get(permission.value()));
    }

    void add(long permission, long user, Rights rights) {
        used++;
        put(permission, user, rights);
    }

    void put(long permission, long user, Rights rights) {
        rows.put(permission, new Row(user, rights));
    }

    void remove(long permission) {
        rows.remove(permission);
    }
}
