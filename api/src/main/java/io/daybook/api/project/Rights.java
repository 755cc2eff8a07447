package io.daybook.api.project;

/** The four flags of a permission row. */
public record Rights(boolean create, boolean read, boolean update, boolean delete) {}
