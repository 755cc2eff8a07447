package io.daybook.query.backup;

import io.daybook.api.backup.Archive;
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
        String sha256 = HexFormat.of().formatHex(Manifest.sha256().digest(events));
        Manifest forged = Manifest.of(
                old.name(),
                old.counts(),
                java.util.List.of(
                        new Manifest.Entry("events.ndjson", events.length, sha256),
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

    /** Opens a zip with nothing in the log, as on another server. */
    static Archive open(Path folder, byte[] zip) throws IOException {
        return Story.archives(new MemoryLog()).open(file(folder, zip));
    }

    static Path file(Path folder, byte[] zip) throws IOException {
        return Files.write(Files.createTempFile(folder, "backup", ".zip"), zip);
    }
}
