package io.daybook.api.user;

/** A user's number, from 1; the seeded {@code default} user is 1. */
public record UserId(long value) {

    public static final UserId DEFAULT = new UserId(1);

    public UserId {
        if (value < 1) throw new IllegalArgumentException("a user id is 1 or more, not " + value);
    }

    /** Users are looked up by it with every command, and a record's own is slower. */
    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "user-" + value;
    }
}
