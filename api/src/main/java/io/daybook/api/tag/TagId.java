package io.daybook.api.tag;

/** A tag's number, from 1. */
public record TagId(long value) {

    public TagId {
        if (value < 1) throw new IllegalArgumentException("a tag id is 1 or more, not " + value);
    }

    @Override
    public String toString() {
        return "tag-" + value;
    }
}
