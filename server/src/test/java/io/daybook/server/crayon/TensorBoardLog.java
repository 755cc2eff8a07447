package io.daybook.server.crayon;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Writes a TensorBoard log byte by byte, as the original server's library did, with no code of the server's. */
final class TensorBoardLog {

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    private TensorBoardLog() {}

    static byte[] zip(String entry, Consumer<TensorBoardLog> content) {
        return Zips.ofBytes(Map.of(entry, of(content)));
    }

    static byte[] of(Consumer<TensorBoardLog> content) {
        TensorBoardLog log = new TensorBoardLog();
        log.record(message(text(3, "brain.Event:2")));
        content.accept(log);
        return log.records.toByteArray();
    }

    void scalar(double wallTime, long step, String tag, float value) {
        byte[] simple = ByteBuffer.allocate(5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (2 << 3 | 5))
                .putFloat(value)
                .array();
        event(wallTime, step, message(text(1, tag), simple));
    }

    /** @param numbers min, max, num, sum and sum of squares */
    void histogram(double wallTime, long step, String tag, double[] numbers, double[] limits, double[] counts) {
        byte[][] fields = new byte[7][];
        for (int i = 0; i < 5; i++) fields[i] = number(i + 1, numbers[i]);
        fields[5] = nested(6, packed(limits));
        fields[6] = nested(7, packed(counts));
        event(wallTime, step, message(text(1, tag), nested(5, message(fields))));
    }

    private void event(double wallTime, long step, byte[] value) {
        record(message(number(1, wallTime), message(new byte[] {2 << 3}, varint(step)), nested(5, nested(1, value))));
    }

    private void record(byte[] data) {
        byte[] length = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(data.length)
                .array();
        records.writeBytes(length);
        records.writeBytes(masked(length));
        records.writeBytes(data);
        records.writeBytes(masked(data));
    }

    private static byte[] masked(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        int value = (int) crc.getValue();
        int mask = (value >>> 15 | value << 17) + 0xa282ead8;
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(mask)
                .array();
    }

    private static byte[] number(int field, double value) {
        return ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (field << 3 | 1))
                .putDouble(value)
                .array();
    }

    private static byte[] text(int field, String text) {
        return nested(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] nested(int field, byte[] inner) {
        return message(new byte[] {(byte) (field << 3 | 2)}, varint(inner.length), inner);
    }

    private static byte[] packed(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) bytes.putDouble(value);
        return bytes.array();
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        for (; (rest & ~0x7fL) != 0; rest >>>= 7) bytes.write((int) (rest & 0x7f | 0x80));
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] message(byte[]... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] field : fields) bytes.writeBytes(field);
        return bytes.toByteArray();
    }
}
