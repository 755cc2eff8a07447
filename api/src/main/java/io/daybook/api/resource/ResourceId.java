package io.daybook.api.resource;

/** A resource's number, from 1. */
public record ResourceId(long value) {

    public ResourceId {
        if (value < 1) throw new IllegalArgumentException("a resource id is 1 or more, not " + value);
    }

    @Override
    public String toString() {
        return "resource-" + value;
    }
}
