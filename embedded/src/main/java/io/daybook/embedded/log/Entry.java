package io.daybook.embedded.log;

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
        byte[] payload) {}
