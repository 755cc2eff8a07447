package io.daybook.api.project;

/** A project's number, from 1. */
public record ProjectId(long value) {

    public ProjectId {
        if (value < 1) throw new IllegalArgumentException("a project id is 1 or more, not " + value);
    }

    @Override
    public String toString() {
        return "project-" + value;
    }
}
