package io.daybook.api.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored.
 *
 * @param position its place in the whole log, from 1, without gaps
 * @param timestamp milliseconds since the epoch
 * @param moment the highest timestamp up to here: never falls along the log
 * @param type the registered name
 * @param payload JSON, UTF-8
 * @param payloadHash SHA-256 of the payload
 * @param hash of the chain up to and including this event
 */
public record LoggedEvent(
        long position,
        String id,
        long timestamp,
        long moment,
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        @Nullable Long sequence,
        String type,
        @Nullable String revision,
        Map<String, String> metadata,
        byte[] payload,
        byte[] payloadHash,
        byte[] hash) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The timestamp as a UTC instant with milliseconds. */
    public String time() {
        return TIME.format(Instant.ofEpochMilli(timestamp));
    }

    public String hashHex() {
        return HexFormat.of().formatHex(hash);
    }
}
