package io.daybook.query.documents;

import io.daybook.api.documents.Document;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a stored document, found by name in its bytes. Nothing is unpacked that is not asked for, and what is long
 * is not copied: lists read documents by the hundred, and series their chunks.
 */
public final class Packed implements Fields {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int HEAD = Integer.BYTES;
    private static final int NOWHERE = -1;

    /** What BSON calls the types of values that documents here have. */
    private static final byte DOUBLE = 0x01;

    private static final byte TEXT = 0x02;
    private static final byte ARRAY = 0x04;
    private static final byte BINARY = 0x05;
    private static final byte FLAG = 0x08;
    private static final byte INT_64 = 0x12;

    private final byte[] bson;

    public Packed(Document document) {
        this.bson = document.body();
    }

    /** Bytes of a document, not to be changed. */
    public record Part(byte[] bytes, int from, int end) {

        public ByteBuffer buffer() {
            return ByteBuffer.wrap(bytes, from, end - from).slice();
        }
    }

    @Override
    public long number(String name) {
        return longAt(required(name, INT_64));
    }

    @Override
    public @Nullable Long numberOrNull(String name) {
        int at = place(name, INT_64);
        return at == NOWHERE ? null : (Long) longAt(at);
    }

    public double real(String name) {
        return Double.longBitsToDouble(longAt(required(name, DOUBLE)));
    }

    @Override
    public boolean flag(String name) {
        return bson[required(name, FLAG)] != 0;
    }

    @Override
    public String text(String name) {
        return textAt(required(name, TEXT));
    }

    @Override
    public @Nullable String textOrNull(String name) {
        int at = place(name, TEXT);
        return at == NOWHERE ? null : textAt(at);
    }

    public Part bytes(String name) {
        int at = required(name, BINARY);
        int from = at + HEAD + 1;
        return new Part(bson, from, from + size(at));
    }

    private long longAt(int at) {
        return (long) LONG.get(bson, at);
    }

    private String textAt(int at) {
        return new String(bson, at + HEAD, size(at) - 1, StandardCharsets.UTF_8);
    }

    private int size(int at) {
        return (int) INT.get(bson, at);
    }

    private int required(String name, byte type) {
        int at = place(name, type);
        if (at == NOWHERE) throw new IllegalStateException("a stored document has no " + name);
        return at;
    }

    /** Where the value of a field begins. */
    private int place(String name, byte type) {
        int at = HEAD;
        while (bson[at] != 0) {
            int value = endOfName(at + 1) + 1;
            if (isNamed(name, at + 1, value - 1)) {
                if (bson[at] == type) return value;
                throw new IllegalStateException(name + " is of another type in a stored document");
            }
            at = value + length(bson[at], value);
        }
        return NOWHERE;
    }

    private int endOfName(int from) {
        int end = from;
        while (bson[end] != 0) end++;
        return end;
    }

    private boolean isNamed(String name, int from, int end) {
        if (end - from != name.length()) return false;
        for (int i = 0; i < name.length(); i++) {
            if (bson[from + i] != name.charAt(i)) return false;
        }
        return true;
    }

    /** Of the value that stands at {@code value}. */
    private int length(byte type, int value) {
        return switch (type) {
            case DOUBLE, INT_64 -> Long.BYTES;
            case TEXT -> HEAD + size(value);
            case BINARY -> HEAD + 1 + size(value);
            case ARRAY -> size(value);
            case FLAG -> 1;
            default -> throw new IllegalStateException("a stored document has a value of type " + type);
        };
    }
}
