package io.daybook.api.log;

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
        byte[] hash) {}
