package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        byte[] metadata = metadata(entry.metadata());
        byte[][] before = {
            entry.eventId(),
            decimal(entry.timestamp()),
            entry.aggregateType(),
            entry.aggregateId(),
            entry.sequence() == null ? null : decimal(entry.sequence()),
            entry.type(),
            entry.revision()
        };
        int size = metadata.length + size(entry.payloadHash());
        for (byte[] field : before) size += size(field);
        ByteBuffer out = ByteBuffer.allocate(size);
        for (byte[] field : before) field(out, field);
        field(out.put(metadata), entry.payloadHash());
        return out.array();
    }

    /** The place after {@code before} of an event with this timestamp and these {@link #canonical} bytes. */
    public static Place next(Place before, long timestamp, byte[] canonical) {
        long position = before.position() + 1;
        byte[] decimal = decimal(position);
        ByteBuffer head = ByteBuffer.allocate(size(decimal));
        field(head, decimal);
        MessageDigest digest = digest();
        digest.update(before.hash());
        digest.update(head.array());
        digest.update(canonical);
        return new Place(position, Math.max(before.moment(), timestamp), digest.digest());
    }

    private static byte[] metadata(byte[] stored) {
        PlainMetadata plain = PlainMetadata.of(stored);
        if (plain == null) return metadata(Metadata.decode(stored));
        byte[] count = decimal(plain.size());
        // a pair takes six characters around its texts, and eight bytes here
        ByteBuffer out = ByteBuffer.allocate(size(count) + stored.length + 2 * plain.size());
        field(out, count);
        plain.putInto(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] metadata(Map<String, String> metadata) {
        List<byte[]> fields = new ArrayList<>();
        fields.add(decimal(metadata.size()));
        metadata.forEach((key, value) -> {
            fields.add(key.getBytes(UTF_8));
            fields.add(value.getBytes(UTF_8));
        });
        ByteBuffer out =
                ByteBuffer.allocate(fields.stream().mapToInt(Chain::size).sum());
        fields.forEach(field -> field(out, field));
        return out.array();
    }

    private static int size(byte @Nullable [] field) {
        return Integer.BYTES + (field == null ? 0 : field.length);
    }

    private static void field(ByteBuffer out, byte @Nullable [] value) {
        out.putInt(value == null ? MISSING : value.length);
        if (value != null) out.put(value);
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
