package io.daybook.query.list;

import io.daybook.api.documents.Document;
import io.daybook.query.documents.Packed;
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

    static Block in(Document document) {
        return new Block(BitSet.valueOf(new Packed(document).bytes(IDS).buffer()));
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

    /**
     * Some of them, in order.
     *
     * @param number of the block
     * @param skipped so many are passed over
     * @param to gets the others
     * @param at where they are to stand, as many as there is room for
     * @return where the next one is to stand
     */
    int copy(long number, int skipped, long[] to, int at) {
        int bit = ids.nextSetBit(0);
        for (int i = 0; i < skipped && bit >= 0; i++) bit = ids.nextSetBit(bit + 1);
        int next = at;
        for (; bit >= 0 && next < to.length; bit = ids.nextSetBit(bit + 1)) {
            to[next++] = (number << IdList.BLOCK_BITS) | bit;
        }
        return next;
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
