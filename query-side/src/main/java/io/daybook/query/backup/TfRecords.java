package io.daybook.query.backup;

import io.daybook.query.backup.zip.BrokenArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * TensorFlow's framing of records: a length of 8 bytes, its checksum of 4, the bytes, their checksum of 4, all
 * little-endian.
 */
final class TfRecords {

    /** A longer record is refused, since a record is held in memory. */
    static final int LONGEST = 64 << 20;

    private final InputStream in;
    private final String entry;
    private long number;

    TfRecords(InputStream in, String entry) {
        this.in = in;
        this.entry = entry;
    }

    static void write(OutputStream out, byte[] record) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(record.length);
        head.putInt(maskedChecksum(head.array(), Long.BYTES));
        out.write(head.array());
        out.write(record);
        int checksum = maskedChecksum(record, record.length);
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(checksum)
                .array());
    }

    /** The next record, or null at the end. */
    byte @Nullable [] next() throws IOException {
        byte[] head = in.readNBytes(Long.BYTES + Integer.BYTES);
        if (head.length == 0) return null;
        number++;
        if (head.length < Long.BYTES + Integer.BYTES) throw broken("is cut short");
        ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(Long.BYTES) != maskedChecksum(head, Long.BYTES)) {
            throw broken("is damaged: the checksum of its length differs");
        }
        long length = fields.getLong(0);
        if (length < 0 || length > LONGEST) throw broken("is longer than " + LONGEST + " bytes");
        return body((int) length);
    }

    private byte[] body(int length) throws IOException {
        byte[] record = in.readNBytes(length);
        byte[] checksum = in.readNBytes(Integer.BYTES);
        if (checksum.length < Integer.BYTES) throw broken("is cut short");
        int expected = ByteBuffer.wrap(checksum).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (expected != maskedChecksum(record, length)) throw broken("is damaged: its checksum differs");
        return record;
    }

    BrokenArchive broken(String what) {
        return new BrokenArchive("record " + number + " of " + entry + " " + what);
    }

    /** Masked, as TensorFlow does, because a checksum of bytes that hold their own checksum is weak. */
    static int maskedChecksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + 0xa282ead8;
    }
}
