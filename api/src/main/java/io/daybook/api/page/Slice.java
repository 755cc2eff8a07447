package io.daybook.api.page;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many items come before it, from 0
 * @param limit at most so many items, from 0
 */
public record Slice(long offset, int limit) {

    public Slice {
        if (offset < 0 || limit < 0) throw new IllegalArgumentException("offset and limit are 0 or more");
    }
}
