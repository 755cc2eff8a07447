package io.daybook.api.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a {@link SharedLog}, without its place: what every node makes the same place and hash of.
 *
 * @param timestamp milliseconds since the epoch
 * @param type the registered name
 * @param payload JSON, UTF-8
 */
public record SharedEvent(
        String id,
        long timestamp,
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        @Nullable Long sequence,
        String type,
        @Nullable String revision,
        Map<String, String> metadata,
        byte[] payload) {

    public static SharedEvent of(LoggedEvent event) {
        return new SharedEvent(
                event.id(),
                event.timestamp(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.metadata(),
                event.payload());
    }
}
