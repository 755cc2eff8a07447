package io.daybook.testkit.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** Bytes to be kept, and their SHA-256. */
final class Bytes {

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** Always the same ones. */
    static Bytes many(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return new Bytes(bytes);
    }

    byte[] from(int offset) {
        return Arrays.copyOfRange(bytes, offset, bytes.length);
    }

    String hash() {
        return HexFormat.of().formatHex(digest());
    }

    /** The hash as S3 writes it. */
    String sum() {
        return Base64.getEncoder().encodeToString(digest());
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new file with them. */
    Path file(Path folder) {
        try {
            return Files.write(Files.createTempFile(folder, "upload-", null), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
