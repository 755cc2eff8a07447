package io.daybook.api.model;

/** A model's number, from 1. */
public record ModelId(long value) {

    public ModelId {
        if (value < 1) throw new IllegalArgumentException("a model id is 1 or more, not " + value);
    }

    @Override
    public String toString() {
        return "model-" + value;
    }
}
