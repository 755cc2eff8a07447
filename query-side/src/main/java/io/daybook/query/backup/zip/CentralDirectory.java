package io.daybook.query.backup.zip;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Looks at the list at the end of a zip before {@link java.util.zip.ZipFile} does, which would read a list of any
 * length into memory and does not tell links from files.
 */
final class CentralDirectory {

    static final int MAX_ENTRIES = 10_000;
    private static final int MAX_BYTES = 16 << 20;

    private static final int HEADER = 46;
    private static final int HEADER_MARK = 0x02014b50;
    private static final int END = 22;
    private static final int END_MARK = 0x06054b50;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 20;
    private static final int LOCATOR_MARK = 0x07064b50;
    private static final int BIG_END = 56;
    private static final int BIG_END_MARK = 0x06064b50;
    private static final int UNIX = 3;
    private static final int LINK = 0xA;

    private CentralDirectory() {}

    static void check(Path zip) throws IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            ByteBuffer headers = headers(file);
            int entries = 0;
            while (headers.hasRemaining()) {
                if (++entries > MAX_ENTRIES) throw tooMany();
                entry(headers);
            }
        }
    }

    private static BrokenArchive tooMany() {
        return new BrokenArchive("the zip has more than " + MAX_ENTRIES + " entries");
    }

    private static void entry(ByteBuffer headers) throws BrokenArchive {
        int at = headers.position();
        if (headers.remaining() < HEADER || headers.getInt(at) != HEADER_MARK) throw damaged();
        int nameLength = Short.toUnsignedInt(headers.getShort(at + 28));
        int length = HEADER
                + nameLength
                + Short.toUnsignedInt(headers.getShort(at + 30))
                + Short.toUnsignedInt(headers.getShort(at + 32));
        if (headers.remaining() < length) throw damaged();
        String name = StandardCharsets.UTF_8
                .decode(headers.slice(at + HEADER, nameLength))
                .toString();
        boolean unix = headers.get(at + 5) == UNIX;
        if (unix && headers.getInt(at + 38) >>> 28 == LINK) {
            throw new BrokenArchive("entry " + name + " is a link");
        }
        if ((headers.getShort(at + 8) & 1) != 0) throw new BrokenArchive("entry " + name + " is encrypted");
        headers.position(at + length);
    }

    private static ByteBuffer headers(FileChannel file) throws IOException {
        long size = file.size();
        ByteBuffer tail = read(file, Math.max(0, size - END - LONGEST_COMMENT), size);
        int end = findEnd(tail);
        long endAt = size - tail.limit() + end;
        long length = Integer.toUnsignedLong(tail.getInt(end + 12));
        long until = endAt;
        if (end >= LOCATOR && tail.getInt(end - LOCATOR) == LOCATOR_MARK) {
            until = tail.getLong(end - LOCATOR + 8);
            length = bigLength(file, until, endAt);
        }
        if (length > MAX_BYTES) throw tooMany();
        if (length > until) throw damaged();
        return read(file, until - length, until);
    }

    /** Archives of more than 4 GB have a second, wider end record. */
    private static long bigLength(FileChannel file, long at, long endAt) throws IOException {
        if (at < 0 || at > endAt - LOCATOR - BIG_END) throw damaged();
        ByteBuffer big = read(file, at, at + BIG_END);
        if (big.getInt(0) != BIG_END_MARK || big.getLong(40) < 0) throw damaged();
        return big.getLong(40);
    }

    private static int findEnd(ByteBuffer tail) throws BrokenArchive {
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK && at + END + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit())
                return at;
        }
        throw new BrokenArchive("this is not a zip, or its end is missing");
    }

    private static ByteBuffer read(FileChannel file, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) throw new EOFException("the zip became shorter");
        }
        return bytes.flip();
    }

    private static BrokenArchive damaged() {
        return new BrokenArchive("the zip's list of entries is damaged");
    }
}
