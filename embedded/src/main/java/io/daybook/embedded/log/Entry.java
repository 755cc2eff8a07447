package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.log.LoggedEvent;
import io.daybook.api.log.SharedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as the columns of its row hold it, text in UTF-8: what does not depend on its place in the log. Bytes, and
 * not strings, since verification must see what is stored and not what a decoder makes of it.
 *
 * @param timestamp milliseconds since the epoch
 * @param metadata as {@link Metadata} writes it
 * @param payloadHash SHA-256 of the payload
 */
public record Entry(
        byte[] eventId,
        long timestamp,
        byte @Nullable [] aggregateType,
        byte @Nullable [] aggregateId,
        @Nullable Long sequence,
        byte[] type,
        byte @Nullable [] revision,
        byte[] metadata,
        byte[] payloadHash,
        byte[] payload) {

    /** What was stored elsewhere, as it was stored. */
    public static Entry of(LoggedEvent event) {
        return of(SharedEvent.of(event), event.payloadHash());
    }

    public static Entry of(SharedEvent event) {
        return of(event, Chain.sha256(event.payload()));
    }

    private static Entry of(SharedEvent event, byte[] payloadHash) {
        return new Entry(
                event.id().getBytes(UTF_8),
                event.timestamp(),
                utf8(event.aggregateType()),
                utf8(event.aggregateId()),
                event.sequence(),
                event.type().getBytes(UTF_8),
                utf8(event.revision()),
                Metadata.encode(event.metadata()),
                payloadHash,
                event.payload());
    }

    public SharedEvent toSharedEvent() {
        return new SharedEvent(
                new String(eventId, UTF_8),
                timestamp,
                text(aggregateType),
                text(aggregateId),
                sequence,
                new String(type, UTF_8),
                text(revision),
                Metadata.decode(metadata),
                payload);
    }

    private static @Nullable String text(byte @Nullable [] utf8) {
        return utf8 == null ? null : new String(utf8, UTF_8);
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }
}
