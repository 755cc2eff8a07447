package io.daybook.embedded.eventstore;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The newest events as they were appended, for the views that follow closely: what this process has in its hands need not
 * be read from the file and parsed again, once for each of them. Bounded, and allowed to have gaps.
 */
final class Recent {

    private static final int EVENTS = 2_048;

    /** Longer ones are rare, and cost more memory than reading them costs time. */
    private static final int LONGEST = 4 << 10;

    /** Each event at the place that its position has, modulo the length. */
    private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> events = new AtomicReferenceArray<>(EVENTS);

    /** @param length of its payload as it was stored */
    void keep(long position, EventMessage<?> event, int length) {
        if (length > LONGEST) return;
        var token = new GlobalSequenceTrackingToken(position);
        events.set(place(position), EventUtils.asTrackedEventMessage(event, token));
    }

    /** The event at a position, if it is here. */
    @Nullable TrackedEventMessage<?> at(long position) {
        TrackedEventMessage<?> found = events.get(place(position));
        return found != null && SqliteEventStorageEngine.positionOf(found.trackingToken()) == position ? found : null;
    }

    /** Nothing that was kept counts any more. */
    void clear() {
        for (int i = 0; i < EVENTS; i++) events.set(i, null);
    }

    private static int place(long position) {
        return (int) (position % EVENTS);
    }
}
