package io.daybook.query.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** A file on its way into a bucket; the server is told each piece's SHA-256, and refuses what has changed. */
final class S3Upload {

    private final Bucket bucket;
    private final String key;
    private final Path file;
    private final int part;

    S3Upload(Bucket bucket, String key, Path file, int part) {
        this.bucket = bucket;
        this.key = key;
        this.file = file;
        this.part = part;
    }

    boolean isInParts() throws IOException {
        return Files.size(file) > part;
    }

    void send(String hash) throws IOException {
        if (isInParts()) {
            sendInParts();
        } else {
            String sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
            bucket.client()
                    .putObject(
                            put -> put.bucket(bucket.name()).key(key).checksumSHA256(sum), RequestBody.fromFile(file));
        }
    }

    private void sendInParts() throws IOException {
        String upload = bucket.client()
                .createMultipartUpload(
                        create -> create.bucket(bucket.name()).key(key).checksumAlgorithm("SHA256"))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(upload);
            bucket.client().completeMultipartUpload(complete -> complete.bucket(bucket.name())
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts)));
        } catch (IOException | RuntimeException failure) {
            abort(upload, failure);
            throw failure;
        }
    }

    private void abort(String upload, Exception failure) {
        try {
            bucket.client()
                    .abortMultipartUpload(
                            abort -> abort.bucket(bucket.name()).key(key).uploadId(upload));
        } catch (RuntimeException lost) {
            failure.addSuppressed(lost);
        }
    }

    private List<CompletedPart> parts(String upload) throws IOException {
        List<CompletedPart> parts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] bytes = in.readNBytes(part); bytes.length > 0; bytes = in.readNBytes(part)) {
                parts.add(sent(upload, parts.size() + 1, bytes));
            }
        }
        return parts;
    }

    private CompletedPart sent(String upload, int number, byte[] bytes) {
        String sum = Base64.getEncoder().encodeToString(sha256(bytes));
        String tag = bucket.client()
                .uploadPart(
                        send -> send.bucket(bucket.name())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .checksumSHA256(sum),
                        RequestBody.fromBytes(bytes))
                .eTag();
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(tag)
                .checksumSHA256(sum)
                .build();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
