package io.daybook.query.iteration.chunk;

import io.daybook.query.documents.LateBinary;
import io.daybook.query.documents.Packed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A packed column of numbers, little-endian. Documents may share one: what is appended is seen by the copy alone that room was
 * made in.
 */
final class Column {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    /** Less than this part of a column is few. */
    private static final int FEW = 8;

    private final byte[] bytes;

    /** Where the first number stands; it is 0 in columns that are written to. */
    private final int from;

    private int end;

    /** Of the array, where columns share it; null where it is one column's own. */
    private final @Nullable Spare spare;

    /** What of an array nobody has yet: whoever makes room there has it alone, and others copy. */
    private static final class Spare {

        private int from;

        private Spare(int from) {
            this.from = from;
        }
    }

    private static final class Late extends LateBinary {

        private final Column column;

        private Late(Column column) {
            this.column = column;
        }

        @Override
        public int length() {
            return column.bytes();
        }

        @Override
        public byte[] getData() {
            return column.copy();
        }
    }

    private Column(byte[] bytes, int from, int end, @Nullable Spare spare) {
        this.bytes = bytes;
        this.from = from;
        this.end = end;
        this.spare = spare;
    }

    private Column(byte[] bytes, int from, int end) {
        this(bytes, from, end, null);
    }

    static Column of(byte[] bytes) {
        return new Column(bytes, 0, bytes.length);
    }

    static Column in(BsonDocument document, String name) {
        BsonBinary binary = document.getBinary(name);
        return binary instanceof Late late ? late.column : of(binary.getData());
    }

    /** Where it lies, not to be written to. */
    static Column in(Packed document, String name) {
        Packed.Part part = document.bytes(name);
        return new Column(part.bytes(), part.from(), part.end());
    }

    static Column empty(int room) {
        return new Column(new byte[room], 0, 0);
    }

    /** A copy with room for so many more bytes; with none, to be written over. */
    Column with(int room) {
        if (room == 0 || room > bytes() / FEW) return to(bytes(), room);
        if (spare == null || spare.from != end || bytes.length - end < room) return withMore(room);
        spare.from += room;
        return new Column(bytes, from, end, spare);
    }

    /** Where few were appended, more will be: each alone would copy all that there are. */
    private Column withMore(int room) {
        Column grown = to(bytes(), Math.max(room, bytes() / 2));
        return new Column(grown.bytes, 0, grown.end, new Spare(grown.end + room));
    }

    /** A copy of the first bytes, with room for more. */
    Column to(int length, int room) {
        byte[] copy = new byte[length + room];
        System.arraycopy(bytes, from, copy, 0, length);
        return new Column(copy, 0, length);
    }

    void setInt(int index, int value) {
        INTS.set(bytes, index * Integer.BYTES, value);
    }

    void setLong(int index, long value) {
        LONGS.set(bytes, index * Long.BYTES, value);
    }

    void setDouble(int index, double value) {
        setLong(index, Double.doubleToRawLongBits(value));
    }

    void addInt(int value) {
        INTS.set(bytes, end, value);
        end += Integer.BYTES;
    }

    void addLong(long value) {
        LONGS.set(bytes, end, value);
        end += Long.BYTES;
    }

    /** Bit for bit, the payload of a NaN included. */
    void addDouble(double value) {
        addLong(Double.doubleToRawLongBits(value));
    }

    void addDoubles(double[] values, int from, int to) {
        for (int i = from; i < to; i++) addDouble(values[i]);
    }

    int intAt(int index) {
        return (int) INTS.get(bytes, from + index * Integer.BYTES);
    }

    long longAt(int index) {
        return (long) LONGS.get(bytes, from + index * Long.BYTES);
    }

    double doubleAt(int index) {
        return (double) DOUBLES.get(bytes, from + index * Double.BYTES);
    }

    /** Some of them, to stand in {@code to} from {@code at} on. */
    void copyLongs(int first, int count, long[] to, int at) {
        buffer().asLongBuffer().get(first, to, at, count);
    }

    void copyDoubles(int first, int count, double[] to, int at) {
        buffer().asDoubleBuffer().get(first, to, at, count);
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, from, bytes()).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int intFrom(int at) {
        return (int) INTS.get(bytes, from + at);
    }

    long longFrom(int at) {
        return (long) LONGS.get(bytes, from + at);
    }

    double doubleFrom(int at) {
        return (double) DOUBLES.get(bytes, from + at);
    }

    int doubles() {
        return bytes() / Double.BYTES;
    }

    int bytes() {
        return end - from;
    }

    BsonBinary bson() {
        if (spare != null) return new Late(new Column(bytes, from, end, spare));
        return new BsonBinary(bytes() == bytes.length ? bytes : copy());
    }

    private byte[] copy() {
        return Arrays.copyOfRange(bytes, from, end);
    }
}
