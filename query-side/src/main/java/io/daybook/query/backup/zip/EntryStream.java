package io.daybook.query.backup.zip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of an entry, held to the size and the checksum that the zip declares for it. */
final class EntryStream extends FilterInputStream {

    private final ZipEntry entry;
    private final CRC32 checksum = new CRC32();
    private long left;

    EntryStream(ZipEntry entry, InputStream bytes) {
        super(bytes);
        this.entry = entry;
        this.left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = unpack(bytes, offset, length);
        if (count < 0) {
            checkEnd();
            return count;
        }
        left -= count;
        if (left < 0) throw broken("holds more than the " + entry.getSize() + " bytes that it declares");
        checksum.update(bytes, offset, count);
        return count;
    }

    private int unpack(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw broken("is damaged");
        }
    }

    private void checkEnd() throws BrokenArchive {
        if (left > 0) throw broken("holds fewer than the " + entry.getSize() + " bytes that it declares");
        if (checksum.getValue() != entry.getCrc()) throw broken("is damaged: its checksum differs");
    }

    private BrokenArchive broken(String what) {
        return new BrokenArchive("entry " + entry.getName() + " " + what);
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
