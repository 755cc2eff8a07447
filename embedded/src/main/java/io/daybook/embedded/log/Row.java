package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.log.LoggedEvent;
import org.jspecify.annotations.Nullable;

/** A stored event. */
public record Row(Place place, Entry entry) {

    /** What a row weighs in a page beside its payload and metadata, roughly. */
    private static final int OVERHEAD = 400;

    public LoggedEvent toLoggedEvent() {
        return new LoggedEvent(
                place.position(),
                new String(entry.eventId(), UTF_8),
                entry.timestamp(),
                place.moment(),
                text(entry.aggregateType()),
                text(entry.aggregateId()),
                entry.sequence(),
                new String(entry.type(), UTF_8),
                text(entry.revision()),
                Metadata.decode(entry.metadata()),
                entry.payload(),
                entry.payloadHash(),
                place.hash());
    }

    int weight() {
        return entry.payload().length + entry.metadata().length + OVERHEAD;
    }

    private static @Nullable String text(byte @Nullable [] utf8) {
        return utf8 == null ? null : new String(utf8, UTF_8);
    }
}
