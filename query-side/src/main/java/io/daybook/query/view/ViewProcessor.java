package io.daybook.query.view;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;

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

    /**
     * There is one segment, and projections tell events apart by their types alone. Axon itself notes the position of ignored
     * events up to a second later.
     */
    @Override
    protected boolean canHandle(EventMessage<?> eventMessage, Collection<Segment> segments) {
        boolean handled = canHandleType(eventMessage.getPayloadType());
        if (handled) {
            cursor.collected();
        } else if (eventMessage instanceof TrackedEventMessage<?> tracked) {
            cursor.ignored(LogPosition.of(tracked.trackingToken()));
        }
        return handled;
    }

    /** What hands metadata on to messages that a handler sends is left out: projections send none. */
    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super EventMessage<?>> interceptor) {
        return interceptor instanceof CorrelationDataInterceptor
                ? () -> true
                : super.registerHandlerInterceptor(interceptor);
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
