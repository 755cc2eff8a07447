package io.daybook.http.upload;

import java.util.Set;

/**
 * The parts of a form that are wanted; others are read and forgotten.
 *
 * @param file the part that may be long
 * @param texts the parts that are texts
 */
public record Fields(String file, Set<String> texts) {

    public Fields {
        texts = Set.copyOf(texts);
    }
}
