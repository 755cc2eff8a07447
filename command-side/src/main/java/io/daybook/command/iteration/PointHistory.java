package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** The points of an iteration as its own events tell them: a correction needs them, and the aggregate does not keep them. */
public final class PointHistory {

    private final Events events;

    public PointHistory(Events events) {
        this.events = events;
    }

    /** The events of one aggregate from a sequence number on, without snapshots. */
    public interface Events {
        DomainEventStream readEvents(String aggregate, long from);
    }

    /** The point as the first event from {@code from} on has it that has it. */
    LoggedPoint find(String iteration, int ordinal, long from) {
        DomainEventStream stream = events.readEvents(iteration, from);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            LoggedPoint point = isOfPoints(event) ? pointIn(event.getPayload(), ordinal) : null;
            if (point != null) return point;
        }
        throw new IllegalStateException("the events of " + iteration + " do not hold its point " + ordinal);
    }

    /** The highest step there is; null when there is none. Reads everything. */
    @Nullable Long highestStep(Others points) {
        Long highest = null;
        DomainEventStream stream = events.readEvents(points.iteration(), 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (isOfPoints(event)) highest = points.highest(event.getPayload(), event.getSequenceNumber(), highest);
        }
        return highest;
    }

    /** The step of the last point that was logged; null when there is none. Reads back from the end, stretch by stretch. */
    @Nullable Long lastStep(Others points, Landmarks landmarks) {
        long end = Long.MAX_VALUE;
        for (int landmark = landmarks.count() - 1; landmark >= 0; landmark--) {
            Long step = lastStep(points, landmarks.sequence(landmark), end);
            if (step != null) return step;
            end = landmarks.sequence(landmark);
        }
        return null;
    }

    private @Nullable Long lastStep(Others points, long from, long end) {
        Long last = null;
        DomainEventStream stream = events.readEvents(points.iteration(), from);
        while (stream.hasNext() && stream.peek().getSequenceNumber() < end) {
            DomainEventMessage<?> event = stream.next();
            if (event.getPayloadType() == ScalarsLogged.class) {
                last = points.last((ScalarsLogged) event.getPayload(), this, last);
            }
        }
        return last;
    }

    /** Whether a payload is worth the parsing. */
    private static boolean isOfPoints(DomainEventMessage<?> event) {
        Class<?> type = event.getPayloadType();
        return type == ScalarsLogged.class || type == PointChanged.class;
    }

    private static @Nullable LoggedPoint pointIn(Object event, int ordinal) {
        if (event instanceof PointChanged changed) {
            return changed.after().ordinal() == ordinal ? changed.after() : null;
        }
        ScalarsLogged logged = (ScalarsLogged) event;
        long index = ordinal - logged.ordinal();
        return index >= 0 && index < logged.points().size() ? pointAt(logged, (int) index) : null;
    }

    private static LoggedPoint pointAt(ScalarsLogged logged, int index) {
        ScalarPoints points = logged.points();
        int key = points.keyAt(index);
        long number = logged.firsts()[key];
        for (int i = 0; i < index; i++) if (points.keyAt(i) == key) number++;
        return new LoggedPoint(
                logged.ordinal() + index,
                number,
                new ScalarPoint(
                        points.keys().get(key), points.stepAt(index), points.wallTimeAt(index), points.valueAt(index)));
    }
}
