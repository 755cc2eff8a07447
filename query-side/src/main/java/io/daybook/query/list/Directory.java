package io.daybook.query.list;

import io.daybook.api.documents.Document;
import io.daybook.query.documents.Packed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bson.BsonBinary;
import org.bson.BsonDocument;

/** How many ids each block holds, of up to 1,024 neighbouring blocks: pairs of a block and its count, in order. */
final class Directory {

    private static final String COUNTS = "counts";
    private static final long LAST_BITS = (1 << IdList.BLOCK_BITS) - 1;

    private final int[] pairs;

    private Directory(int[] pairs) {
        this.pairs = pairs;
    }

    static Directory empty() {
        return new Directory(new int[0]);
    }

    static Directory in(BsonDocument document) {
        return in(ByteBuffer.wrap(document.getBinary(COUNTS).getData()));
    }

    static Directory in(Document document) {
        return in(new Packed(document).bytes(COUNTS).buffer());
    }

    private static Directory in(ByteBuffer counts) {
        IntBuffer stored = counts.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[] pairs = new int[stored.remaining()];
        stored.get(pairs);
        return new Directory(pairs);
    }

    /** How many blocks it knows, none of them empty. */
    int size() {
        return pairs.length / 2;
    }

    /** The number of its block {@code i} among all blocks of the list. */
    long block(int i, long directory) {
        return (directory << IdList.BLOCK_BITS) | pairs[2 * i];
    }

    int count(int i) {
        return pairs[2 * i + 1];
    }

    /** With so many ids in the block of {@code id}, which is forgotten when there are none. */
    Directory counting(long id, int ids) {
        int place = place(id);
        if (!isAt(place, id)) return ids == 0 ? this : inserted(place, id, ids);
        if (ids == 0) return without(place);
        pairs[place + 1] = ids;
        return this;
    }

    private Directory without(int place) {
        int[] rest = Arrays.copyOf(pairs, pairs.length - 2);
        System.arraycopy(pairs, place + 2, rest, place, rest.length - place);
        return new Directory(rest);
    }

    BsonDocument bson() {
        ByteBuffer counts = ByteBuffer.allocate(pairs.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        counts.asIntBuffer().put(pairs);
        return new BsonDocument(COUNTS, new BsonBinary(counts.array()));
    }

    private Directory inserted(int place, long id, int ids) {
        int[] more = Arrays.copyOf(pairs, pairs.length + 2);
        System.arraycopy(pairs, place, more, place + 2, pairs.length - place);
        more[place] = key(id);
        more[place + 1] = ids;
        return new Directory(more);
    }

    /** Where the pair of the id's block is, or belongs. */
    private int place(long id) {
        int key = key(id);
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[2 * middle] < key) low = middle + 1;
            else high = middle;
        }
        return 2 * low;
    }

    private boolean isAt(int place, long id) {
        return place < pairs.length && pairs[place] == key(id);
    }

    private static int key(long id) {
        return (int) ((id >> IdList.BLOCK_BITS) & LAST_BITS);
    }
}
