package io.daybook.api.project;

/** A permission row's number: {@code project * 2^20 + n}, n counting from 1 within the project. */
public record PermissionId(long value) {

    private static final int ROW_BITS = 20;
    /** Rows that a project can have, revoked ones included. */
    public static final int MAX_ROWS = (1 << ROW_BITS) - 1;

    public PermissionId {
        if (value < 1L << ROW_BITS) throw new IllegalArgumentException("not the id of a permission row: " + value);
    }

    public static PermissionId of(ProjectId project, int row) {
        return new PermissionId((project.value() << ROW_BITS) + row);
    }

    public ProjectId project() {
        return new ProjectId(value >> ROW_BITS);
    }
}
