package io.daybook.query.backup;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** TensorBoard's log files and protocol buffers put together byte by byte, without the code that is under test. */
final class TensorBoardLogs {

    private TensorBoardLogs() {}

    static byte[] log(byte[]... records) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (byte[] record : records) log.writeBytes(framed(record));
        return log.toByteArray();
    }

    static byte[] framed(byte[] record) {
        byte[] length = little(8).putLong(record.length).array();
        return join(length, checksum(length), record, checksum(record));
    }

    private static byte[] checksum(byte[] bytes) {
        int crc = ~0;
        for (byte next : bytes) {
            crc ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
        }
        int plain = ~crc;
        return little(4).putInt(((plain >>> 15) | (plain << 17)) + 0xa282ead8).array();
    }

    static byte[] event(double wallTime, int step, byte[]... values) {
        return join(doubleField(1, wallTime), new byte[] {2 << 3, (byte) step}, bytesField(5, join(values)));
    }

    static byte[] scalar(String tag, float value) {
        byte[] number = join(new byte[] {2 << 3 | 5}, little(4).putFloat(value).array());
        return bytesField(1, join(textField(1, tag), number));
    }

    static byte[] value(String tag, byte[] what) {
        return bytesField(1, join(textField(1, tag), what));
    }

    static byte[] textField(int field, String text) {
        return bytesField(field, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytesField(int field, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(field << 3 | 2);
        for (int left = bytes.length; ; left >>>= 7) {
            if (left < 128) {
                out.write(left);
                break;
            }
            out.write(left & 0x7F | 0x80);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    static byte[] doubleField(int field, double value) {
        return join(
                new byte[] {(byte) (field << 3 | 1)}, little(8).putDouble(value).array());
    }

    static byte[] packed(int field, double... values) {
        ByteBuffer bytes = little(8 * values.length);
        for (double value : values) bytes.putDouble(value);
        return bytesField(field, bytes.array());
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
