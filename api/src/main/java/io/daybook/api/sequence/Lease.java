package io.daybook.api.sequence;

/** The ids from {@code first} to {@code last}, both included. */
public record Lease(long first, long last) {}
