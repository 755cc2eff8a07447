package io.daybook.api.model;

/** A version's number among all: {@code model * 2^20 + version}, the version counting from 1 within the model. */
public record ModelVersionId(long value) {

    private static final int VERSION_BITS = 20;
    /** Versions that a model can have, deleted ones included. */
    public static final int MAX_VERSIONS = (1 << VERSION_BITS) - 1;

    public ModelVersionId {
        if (value < 1L << VERSION_BITS) throw new IllegalArgumentException("not the id of a model version: " + value);
    }

    public static ModelVersionId of(ModelId model, int version) {
        return new ModelVersionId((model.value() << VERSION_BITS) + version);
    }

    public ModelId model() {
        return new ModelId(value >> VERSION_BITS);
    }

    public int version() {
        return (int) (value & MAX_VERSIONS);
    }
}
