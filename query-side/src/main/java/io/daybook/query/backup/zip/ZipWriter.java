package io.daybook.query.backup.zip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip that holds no clock, and keeps account of what is in it. */
public final class ZipWriter {

    private static final int BUFFER = 1 << 16;

    /** A zip has no room for "no time"; its first month would be written with the machine's time zone beside it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<ListedEntry> entries = new ArrayList<>();

    public ZipWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** What writes an entry. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Numbers hardly get smaller by trying harder: three times the time for two per cent. */
    public ListedEntry write(String name, Body body) throws IOException {
        return write(name, Deflater.BEST_SPEED, body);
    }

    /** An entry that is packed already, or looks as if it were. */
    public ListedEntry writeAsIs(String name, Body body) throws IOException {
        return write(name, Deflater.NO_COMPRESSION, body);
    }

    private ListedEntry write(String name, int level, Body body) throws IOException {
        zip.setLevel(level);
        ZipEntry entry = begin(name);
        MessageDigest digest = Sha256.digest();
        OutputStream out = new BufferedOutputStream(new DigestOutputStream(zip, digest), BUFFER);
        body.writeTo(out);
        out.flush();
        zip.closeEntry();
        var listed = new ListedEntry(name, entry.getSize(), HexFormat.of().formatHex(digest.digest()));
        entries.add(listed);
        return listed;
    }

    private ZipEntry begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return entry;
    }

    /** What was written so far. */
    public List<ListedEntry> entries() {
        return List.copyOf(entries);
    }

    /** Ends the zip with its manifest, and does not close what it was written to. */
    public void finish(byte[] manifest) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        begin(ListedEntry.MANIFEST);
        zip.write(manifest);
        zip.finish();
    }
}
