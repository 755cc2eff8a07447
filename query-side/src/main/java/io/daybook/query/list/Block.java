package io.daybook.query.list;

import java.util.BitSet;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/** The ids of a list that differ in their last bits only. */
final class Block {

    private static final String IDS = "ids";
    private static final long LAST_BITS = (1 << IdList.BLOCK_BITS) - 1;

    private final BitSet ids;

    private Block(BitSet ids) {
        this.ids = ids;
    }

    static Block empty() {
        return new Block(new BitSet());
    }

    static Block in(BsonDocument document) {
        return new Block(BitSet.valueOf(document.getBinary(IDS).getData()));
    }

    Block with(long id) {
        ids.set((int) (id & LAST_BITS));
        return this;
    }

    Block without(long id) {
        ids.clear((int) (id & LAST_BITS));
        return this;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    int size() {
        return ids.cardinality();
    }

    /** In order. */
    long[] ids(long number) {
        return ids.stream()
                .mapToLong(bits -> (number << IdList.BLOCK_BITS) | bits)
                .toArray();
    }

    BsonDocument bson() {
        return new BsonDocument(IDS, new BsonBinary(ids.toByteArray()));
    }
}
