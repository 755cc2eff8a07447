package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stored metadata whose texts are printable ASCII without an escape, as nearly all are, and in the one order in which
 * they are written: what is in them can be told without a parser.
 */
final class PlainMetadata {

    private static final int MOST = 32;
    private static final int KEY = 0;
    private static final int KEY_END = 1;
    private static final int VALUE = 2;
    private static final int VALUE_END = 3;
    private static final int BOUNDS = 4;

    private final byte[] stored;
    /** Where the pairs' texts are, {@link #BOUNDS} numbers each. */
    private final int[] bounds = new int[MOST * BOUNDS];

    private int pairs;

    private PlainMetadata(byte[] stored) {
        this.stored = stored;
    }

    /** Null when a parser has to look at it. */
    static @Nullable PlainMetadata of(byte[] stored) {
        PlainMetadata found = new PlainMetadata(stored);
        return found.scan() ? found : null;
    }

    int size() {
        return pairs;
    }

    SortedMap<String, String> toMap() {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < pairs; i++) map.put(text(i, KEY, KEY_END), text(i, VALUE, VALUE_END));
        return Collections.unmodifiableSortedMap(map);
    }

    /** All texts, keys and values in turns, each behind its length. */
    void putInto(ByteBuffer out) {
        for (int i = 0; i < pairs; i++) {
            put(out, at(i, KEY), at(i, KEY_END));
            put(out, at(i, VALUE), at(i, VALUE_END));
        }
    }

    private void put(ByteBuffer out, int from, int to) {
        out.putInt(to - from).put(stored, from, to - from);
    }

    private String text(int pair, int from, int to) {
        return new String(stored, at(pair, from), at(pair, to) - at(pair, from), US_ASCII);
    }

    private int at(int pair, int bound) {
        return bounds[pair * BOUNDS + bound];
    }

    private boolean scan() {
        if (stored.length < 2 || stored[0] != '{' || stored[stored.length - 1] != '}') return false;
        int at = 1;
        if (at == stored.length - 1) return true;
        while (at > 0 && pairs < MOST) {
            at = pair(at);
            if (at == stored.length - 1) return true;
            at = skip(at, ',');
        }
        return false;
    }

    /** Answers the place behind a pair that begins here, or -1. */
    private int pair(int from) {
        int keyEnd = text(from);
        int value = skip(skip(keyEnd, '"'), ':');
        int valueEnd = text(value);
        if (valueEnd < 0) return -1;
        int first = pairs++ * BOUNDS;
        bounds[first + KEY] = from + 1;
        bounds[first + KEY_END] = keyEnd;
        bounds[first + VALUE] = value + 1;
        bounds[first + VALUE_END] = valueEnd;
        return pairs == 1 || isSorted(pairs - 1) ? valueEnd + 1 : -1;
    }

    /** Answers the place of the quotation mark that ends a text that begins here, or -1. */
    private int text(int from) {
        int at = skip(from, '"');
        if (at < 0) return -1;
        while (at < stored.length && isPlain(stored[at])) at++;
        return at < stored.length && stored[at] == '"' ? at : -1;
    }

    private int skip(int at, char expected) {
        return at >= 0 && at < stored.length && stored[at] == expected ? at + 1 : -1;
    }

    private static boolean isPlain(byte character) {
        return character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }

    private boolean isSorted(int pair) {
        return Arrays.compareUnsigned(
                        stored, at(pair - 1, KEY), at(pair - 1, KEY_END), stored, at(pair, KEY), at(pair, KEY_END))
                < 0;
    }
}
