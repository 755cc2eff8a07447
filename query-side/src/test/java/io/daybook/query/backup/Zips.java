package io.daybook.query.backup;

import io.daybook.api.backup.Archive;
import io.daybook.query.backup.zip.ListedEntry;
import io.daybook.query.backup.zip.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes zips apart and puts them together, also as nobody should. */
final class Zips {

    private Zips() {}

    static byte[] of(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static String text(byte[] zip, String entry) throws IOException {
        byte[] bytes = entries(zip).get(entry);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Changes one entry of a backup and nothing else, as an accident would. */
    static byte[] damage(byte[] zip, String entry, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = entries(zip);
        entries.put(entry, change.apply(text(zip, entry)).getBytes(StandardCharsets.UTF_8));
        return of(entries);
    }

    /** Changes the events of a backup and makes the manifest agree, as a forger would. */
    static byte[] forge(byte[] zip, UnaryOperator<String> change) throws IOException {
        byte[] events = change.apply(text(zip, "events.ndjson")).getBytes(StandardCharsets.UTF_8);
        Manifest old = Manifest.parse(text(zip, "manifest.json").getBytes(StandardCharsets.UTF_8));
        String sha256 = HexFormat.of().formatHex(Sha256.digest().digest(events));
        Manifest forged = Manifest.of(
                old.name(),
                old.counts(),
                java.util.List.of(
                        new ListedEntry("events.ndjson", events.length, sha256),
                        old.entries().get(1)));
        Map<String, byte[]> entries = entries(zip);
        entries.put("events.ndjson", events);
        entries.put("manifest.json", forged.json());
        return of(entries);
    }

    /** Sets 16 bits in the header of the first entry of the central directory. */
    static byte[] patchDirectory(byte[] zip, int offset, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getInt(zip.length - 22 + 16);
        bytes.putShort(header + offset, (short) value);
        return bytes.array();
    }

    /** Gives a zip the second end record that archives of more than 4 GB have, and makes the first one refer to it. */
    static byte[] widen(byte[] zip) {
        int end = zip.length - 22;
        ByteBuffer old = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer wide = ByteBuffer.allocate(zip.length + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        wide.put(zip, 0, end)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45);
        wide.putInt(0).putInt(0).putLong(old.getShort(end + 10)).putLong(old.getShort(end + 10));
        wide.putLong(old.getInt(end + 12)).putLong(old.getInt(end + 16));
        wide.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        wide.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return wide.array();
    }

    /** Opens a zip with nothing in the log, as on another server. */
    static Archive open(Path folder, byte[] zip) throws IOException {
        return Story.archives(new MemoryLog()).open(file(folder, zip));
    }

    static Path file(Path folder, byte[] zip) throws IOException {
        return Files.write(Files.createTempFile(folder, "backup", ".zip"), zip);
    }
}
