package io.daybook.api.documents;

/** A change of one document. Its id is Unicode, see {@link Documents#storable}. */
public sealed interface Change {

    String collection();

    String id();

    /** Replaces or creates; {@code position} and {@code body} as in {@link Document}. */
    record Put(String collection, String id, long position, byte[] body) implements Change {

        public Put {
            if (!Documents.storable(id)) throw new IllegalArgumentException("an id with half a character: " + id);
        }
    }

    record Remove(String collection, String id) implements Change {

        public Remove {
            if (!Documents.storable(id)) throw new IllegalArgumentException("an id with half a character: " + id);
        }
    }
}
