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

    /** Most names are much shorter than they may be. */
    private static final int LENGTH = 160;

    private static final int ALWAYS = 16 << 20;

    private static final int HEADER = 46;
    private static final int HEADER_MARK = 0x02014b50;
    private static final int END = 22;
    private static final int END_MARK = 0x06054b50;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 20;
    private static final int LOCATOR_MARK = 0x07064b50;
    private static final int BIG_END = 56;
    private static final int BIG_END_MARK = 0x06064b50;
    private static final int LOCAL_HEADER = 30;
    /** In place of an offset beyond 4 GB. */
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private static final int UNIX = 3;
    private static final int LINK = 0xA;

    private final FileChannel file;
    private final int most;
    private ByteBuffer headers = ByteBuffer.allocate(0);
    private long shift;

    private CentralDirectory(FileChannel file, int most) {
        this.file = file;
        this.most = most;
    }

    /** @param most so many entries there may be */
    static void check(Path zip, int most) throws IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            CentralDirectory directory = new CentralDirectory(file, most);
            directory.load();
            int entries = 0;
            while (directory.headers.hasRemaining()) {
                if (++entries > most) throw directory.tooMany();
                directory.checkEntry();
            }
        }
    }

    private BrokenArchive tooMany() {
        return new BrokenArchive("the zip has more than " + most + " entries");
    }

    private void load() throws IOException {
        long size = file.size();
        ByteBuffer tail = read(Math.max(0, size - END - LONGEST_COMMENT), size);
        int end = findEnd(tail);
        long endAt = size - tail.limit() + end;
        if (end >= LOCATOR && tail.getInt(end - LOCATOR) == LOCATOR_MARK) {
            loadBig(tail.getLong(end - LOCATOR + 8), endAt);
        } else {
            load(endAt, Integer.toUnsignedLong(tail.getInt(end + 12)), Integer.toUnsignedLong(tail.getInt(end + 16)));
        }
    }

    /** Archives of more than 4 GB have a second, wider end record. */
    private void loadBig(long at, long endAt) throws IOException {
        if (at < 0 || at > endAt - LOCATOR - BIG_END) throw damaged();
        ByteBuffer big = read(at, at + BIG_END);
        if (big.getInt(0) != BIG_END_MARK) throw damaged();
        load(at, big.getLong(40), big.getLong(48));
    }

    private void load(long until, long length, long offset) throws IOException {
        if (length > Math.max(ALWAYS, (long) most * LENGTH)) throw tooMany();
        if (length < 0 || offset < 0 || offset > until - length) throw damaged();
        headers = read(until - length, until);
        shift = until - length - offset;
    }

    private void checkEntry() throws IOException {
        int at = headers.position();
        if (headers.remaining() < HEADER || headers.getInt(at) != HEADER_MARK) throw damaged();
        int nameLength = Short.toUnsignedInt(headers.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(headers.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(headers.getShort(at + 32));
        int length = HEADER + nameLength + extraLength + commentLength;
        if (headers.remaining() < length) throw damaged();
        ByteBuffer rawName = headers.slice(at + HEADER, nameLength);
        String name = StandardCharsets.UTF_8.decode(rawName.duplicate()).toString();
        boolean unix = headers.get(at + 5) == UNIX;
        if (unix && headers.getInt(at + 38) >>> 28 == LINK) throw new BrokenArchive("entry " + name + " is a link");
        if ((headers.getShort(at + 8) & 1) != 0) throw new BrokenArchive("entry " + name + " is encrypted");
        checkLocalName(Integer.toUnsignedLong(headers.getInt(at + 42)), rawName);
        headers.position(at + length);
    }

    /** A name stands in two places, but is believed in one: a log whose name is damaged must not be passed over. */
    private void checkLocalName(long offset, ByteBuffer name) throws IOException {
        if (offset == ELSEWHERE) return;
        long from = shift + offset;
        long to = from + LOCAL_HEADER + name.limit();
        if (to > file.size()) throw damaged();
        ByteBuffer local = read(from, to);
        boolean same = Short.toUnsignedInt(local.getShort(26)) == name.limit()
                && local.slice(LOCAL_HEADER, name.limit()).equals(name);
        if (!same) throw damaged();
    }

    private static int findEnd(ByteBuffer tail) throws BrokenArchive {
        for (int at = tail.limit() - END; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK && at + END + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit())
                return at;
        }
        throw new BrokenArchive("this is not a zip, or its end is missing");
    }

    private ByteBuffer read(long from, long to) throws IOException {
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
