package io.daybook.server.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The entries of a zip, to be altered. */
record Parts(Map<String, byte[]> entries) {

    private static final String MANIFEST = "manifest.json";

    static Parts of(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return new Parts(entries);
    }

    Set<String> names() {
        return entries.keySet();
    }

    /** All of it, as text. */
    String text() {
        StringBuilder text = new StringBuilder();
        entries.forEach((name, bytes) -> text.append(name).append(new String(bytes, ISO_8859_1)));
        return text.toString();
    }

    /** What does not depend on who wrote it: the events and the files. */
    Map<String, String> history() {
        Map<String, String> history = new TreeMap<>();
        entries.forEach((name, bytes) -> {
            boolean ours = name.startsWith("events/") || name.startsWith("artifacts/");
            if (ours) history.put(name, new String(bytes, ISO_8859_1));
        });
        return history;
    }

    Parts without(String name) {
        Map<String, byte[]> fewer = new LinkedHashMap<>(entries);
        fewer.remove(name);
        return new Parts(fewer);
    }

    Parts with(String name, byte[] bytes) {
        Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put(name, bytes);
        return new Parts(more);
    }

    Parts edited(String name, UnaryOperator<String> edit) {
        String old = new String(entries.getOrDefault(name, new byte[0]), UTF_8);
        return with(name, edit.apply(old).getBytes(UTF_8));
    }

    /** With a manifest that lists what is there now. */
    Parts listed() throws NoSuchAlgorithmException {
        ObjectNode manifest = (ObjectNode) JsonMapper.shared().readTree(entries.get(MANIFEST));
        ArrayNode list = manifest.putArray("entries");
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().equals(MANIFEST)) continue;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(entry.getValue());
            list.addObject()
                    .put("name", entry.getKey())
                    .put("size", entry.getValue().length)
                    .put("sha256", HexFormat.of().formatHex(hash));
        }
        return with(MANIFEST, JsonMapper.shared().writeValueAsBytes(manifest));
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
