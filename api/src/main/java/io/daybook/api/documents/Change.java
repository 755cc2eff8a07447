package io.daybook.api.documents;

public sealed interface Change {

    String collection();

    String id();

    /** Replaces or creates; {@code position} and {@code body} as in {@link Document}. */
    record Put(String collection, String id, long position, byte[] body) implements Change {}

    record Remove(String collection, String id) implements Change {}
}
