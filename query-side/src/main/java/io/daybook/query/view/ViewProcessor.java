package io.daybook.query.view;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** Axon's tracking processor, which does not keep readers or a recovered store waiting. */
final class ViewProcessor extends TrackingEventProcessor {

    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final ViewCursor cursor;

    /** Whether a projection handles events of a type, which Axon would look up in all its handlers for each event. */
    private final Map<Class<?>, Boolean> handledTypes = new ConcurrentHashMap<>();

    ViewProcessor(Builder builder, ViewCursor cursor) {
        super(builder);
        this.cursor = cursor;
    }

    /** Axon itself notes the position of ignored events up to a second later. */
    @Override
    protected boolean canHandle(EventMessage<?> eventMessage, Collection<Segment> segments) throws Exception {
        boolean handled = canHandleType(eventMessage.getPayloadType()) && super.canHandle(eventMessage, segments);
        if (handled) {
            cursor.collected();
        } else if (eventMessage instanceof TrackedEventMessage<?> tracked) {
            cursor.ignored(LogPosition.of(tracked.trackingToken()));
        }
        return handled;
    }

    @Override
    protected boolean canHandleType(Class<?> payloadType) {
        return handledTypes.computeIfAbsent(payloadType, super::canHandleType);
    }

    /** The pause before the next try, which Axon would lengthen to a minute. */
    @Override
    protected void doSleepFor(long millisToSleep) {
        super.doSleepFor(Math.min(millisToSleep, LONGEST_PAUSE_MILLIS));
    }
}
