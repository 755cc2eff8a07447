package io.daybook.query.list;

import io.daybook.query.documents.Key;

/**
 * The name of an ordered list of ids. It ends with {@code /}, and the ids of the list's documents begin with it.
 */
public record IdList(String prefix) {

    /** Ids with the same higher bits are in one block, and blocks with the same higher bits in one directory. */
    static final int BLOCK_BITS = 10;

    /** The list of one kind of thing under a parent, which one or more numbers name. */
    public static IdList of(String kind, long... parent) {
        return new IdList(kind + '/' + Key.under(parent));
    }

    String block(long id) {
        return numbered(id >> BLOCK_BITS);
    }

    /** The document of the block or directory of this number. */
    String numbered(long number) {
        return prefix + Key.of(number);
    }

    String directory(long id) {
        return numbered(id >> (2 * BLOCK_BITS));
    }

    /** The number of a block or directory, which its document's id ends with. */
    static long number(String document) {
        return Long.parseLong(document.substring(document.lastIndexOf('/') + 1));
    }
}
