package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The chain of hashes over the log: {@code hash(n) = SHA-256(hash(n-1) + canonical bytes of event n)}. The one place
 * that knows the canonical bytes; {@code docs/audit.md} states them for everybody else.
 */
public final class Chain {

    public static final int HASH_LENGTH = 32;

    private static final int MISSING = -1;

    private Chain() {}

    public static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    /**
     * The canonical bytes of an event but for the position, which comes first: what can be computed before the event
     * has a place.
     */
    public static byte[] canonical(Entry entry) {
        var out = new ByteArrayOutputStream(512);
        field(out, entry.eventId());
        field(out, decimal(entry.timestamp()));
        field(out, entry.aggregateType());
        field(out, entry.aggregateId());
        field(out, entry.sequence() == null ? null : decimal(entry.sequence()));
        field(out, entry.type());
        field(out, entry.revision());
        metadata(out, entry.metadata());
        field(out, entry.payloadHash());
        return out.toByteArray();
    }

    /** The place after {@code before} of an event with this timestamp and these {@link #canonical} bytes. */
    public static Place next(Place before, long timestamp, byte[] canonical) {
        long position = before.position() + 1;
        var head = new ByteArrayOutputStream(HASH_LENGTH);
        field(head, decimal(position));
        MessageDigest digest = digest();
        digest.update(before.hash());
        digest.update(head.toByteArray());
        digest.update(canonical);
        return new Place(position, Math.max(before.moment(), timestamp), digest.digest());
    }

    private static void metadata(ByteArrayOutputStream out, byte[] stored) {
        var metadata = Metadata.decode(stored);
        field(out, decimal(metadata.size()));
        metadata.forEach((key, value) -> {
            field(out, key.getBytes(UTF_8));
            field(out, value.getBytes(UTF_8));
        });
    }

    private static void field(ByteArrayOutputStream out, byte @Nullable [] value) {
        int length = value == null ? MISSING : value.length;
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (value != null) out.writeBytes(value);
    }

    private static byte[] decimal(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
