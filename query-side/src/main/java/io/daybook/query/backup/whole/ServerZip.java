package io.daybook.query.backup.whole;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.daybook.api.log.Checkpoint;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.CheckedZip;
import io.daybook.query.backup.zip.ListedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** The zip of a server as it was handed in. Its names and its manifest are checked at once, the rest by {@link Check}. */
public final class ServerZip implements AutoCloseable {

    private static final int SHORT = 64 << 10;
    private static final int KEY_BYTES = 32;

    private final CheckedZip zip;
    private final ServerManifest manifest;

    private ServerZip(CheckedZip zip, ServerManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @param limit what all entries together may come to, in bytes unpacked */
    public static ServerZip open(Path file, long limit) throws IOException {
        CheckedZip zip = CheckedZip.open(file, limit, Layout.MOST_ENTRIES);
        try {
            ServerManifest manifest = ServerManifest.read(zip);
            ListedEntry.checkNames(manifest.entries(), zip);
            for (ListedEntry entry : manifest.entries()) {
                if (Layout.isKnown(entry.name())) continue;
                throw new BrokenArchive("the zip holds " + entry.name() + ", which no backup of a server does");
            }
            return new ServerZip(zip, manifest);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public ServerManifest manifest() {
        return manifest;
    }

    List<ListedEntry> segments() {
        return manifest.entries().stream()
                .filter(entry -> Layout.isEvents(entry.name()))
                .sorted(Comparator.comparingLong(entry -> Layout.first(entry.name())))
                .toList();
    }

    public List<ListedEntry> artifacts() {
        return manifest.entries().stream()
                .filter(entry -> Layout.isArtifact(entry.name()))
                .toList();
    }

    /** The bytes of an entry, which are known to be whole when their end was reached. */
    public InputStream read(ListedEntry entry) throws IOException {
        return zip.read(entry.name());
    }

    CheckedZip entries() {
        return zip;
    }

    /** Where in the zip the event at a position stands. */
    public String placeOf(long position) {
        ListedEntry segment = segments().stream()
                .filter(entry -> Layout.first(entry.name()) <= position)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return "line " + (position - Layout.first(segment.name()) + 1) + " of " + segment.name();
    }

    public Checkpoint checkpoint() throws IOException {
        return CheckpointText.parse(whole(Layout.CHECKPOINT));
    }

    public List<String> publicKeys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (ListedEntry entry : manifest.entries()) {
            if (Layout.isKey(entry.name())) keys.add(publicKey(entry.name()));
        }
        return keys;
    }

    private String publicKey(String name) throws IOException {
        String key = new String(whole(name), US_ASCII).strip();
        try {
            if (Base64.getDecoder().decode(key).length == KEY_BYTES) return key;
        } catch (IllegalArgumentException noBase64) {
            // is no key either
        }
        throw new BrokenArchive(name + " is not a public key");
    }

    private byte[] whole(String name) throws IOException {
        try (InputStream in = zip.read(name)) {
            byte[] bytes = in.readNBytes(SHORT);
            if (in.read() >= 0) throw new BrokenArchive(name + " is too long");
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
