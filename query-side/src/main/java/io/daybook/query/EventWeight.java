package io.daybook.query;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import org.axonframework.eventhandling.EventMessage;

/** What an event costs in memory, in points: most cost next to nothing. */
final class EventWeight {

    /** The points that one batch holds, or little more. */
    static final int LIMIT = 50_000;

    private static final int OTHER_EVENT = 1;

    private EventWeight() {}

    static int of(EventMessage<?> message) {
        Class<?> type = message.getPayloadType();
        // The payload of other events may never be needed, and is not decoded here.
        if (type != ScalarsLogged.class && type != HistogramsLogged.class) return OTHER_EVENT;
        try {
            return ofPoints(message.getPayload());
        } catch (RuntimeException unreadable) {
            // the projection will say so
            return OTHER_EVENT;
        }
    }

    private static int ofPoints(Object payload) {
        return switch (payload) {
            case ScalarsLogged event -> event.points().size();
            case HistogramsLogged event ->
                event.points().stream().mapToInt(EventWeight::of).sum();
            default -> OTHER_EVENT;
        };
    }

    private static int of(HistogramPoint point) {
        return 1 + point.histogram().buckets().length;
    }
}
