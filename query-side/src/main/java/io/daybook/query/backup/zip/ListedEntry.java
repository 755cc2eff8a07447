package io.daybook.query.backup.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * An entry as the manifest of its zip lists it.
 *
 * @param sha256 of the unpacked bytes, lower-case hex
 */
public record ListedEntry(String name, long size, String sha256) {

    /** The last entry that is written, since it lists all others; it does not list itself. */
    public static final String MANIFEST = "manifest.json";

    /** Whether the zip holds what is listed, and nothing else. */
    public static void checkNames(List<ListedEntry> listed, CheckedZip zip) throws BrokenArchive {
        TreeSet<String> unnamed = new TreeSet<>(zip.names());
        unnamed.remove(MANIFEST);
        for (ListedEntry entry : listed) {
            if (!unnamed.remove(entry.name())) {
                throw new BrokenArchive(entry.name() + ", which " + MANIFEST + " names, is missing from the zip");
            }
        }
        if (!unnamed.isEmpty()) {
            throw new BrokenArchive("the zip holds " + unnamed.first() + ", which " + MANIFEST + " does not name");
        }
    }

    /** Reads the entry to its end. */
    public void check(CheckedZip zip) throws IOException {
        try (DigestInputStream in = read(zip)) {
            long read = in.transferTo(OutputStream.nullOutputStream());
            check(read, in);
        }
    }

    public DigestInputStream read(CheckedZip zip) throws IOException {
        return new DigestInputStream(zip.read(name), Sha256.digest());
    }

    /** @param in from {@link #read}, at its end */
    public void check(long read, DigestInputStream in) throws BrokenArchive {
        String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
        if (read == size && found.equals(sha256)) return;
        throw new BrokenArchive("entry " + name + " is not what " + MANIFEST + " says it is");
    }
}
