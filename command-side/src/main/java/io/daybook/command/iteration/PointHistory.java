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

    /** The highest step of the points under {@code key} but for one; null when there is no other. Reads everything. */
    @Nullable Long highestWithout(int ordinal, String key, String iteration, Corrections corrections) {
        Highest highest = new Highest(ordinal, key, corrections);
        DomainEventStream stream = events.readEvents(iteration, 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (isOfPoints(event)) highest.take(event.getPayload(), event.getSequenceNumber());
        }
        return highest.any ? highest.step : null;
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

    private static final class Highest {

        private final int without;
        private final String key;
        private final Corrections corrections;
        private boolean any;
        private long step = Long.MIN_VALUE;

        Highest(int without, String key, Corrections corrections) {
            this.without = without;
            this.key = key;
            this.corrections = corrections;
        }

        void take(Object event, long sequence) {
            if (event instanceof PointChanged changed) {
                take(changed.after(), sequence);
            } else {
                take((ScalarsLogged) event);
            }
        }

        private void take(LoggedPoint point, long sequence) {
            int ordinal = (int) point.ordinal();
            if (!corrections.isChanged(ordinal) || corrections.lastChangeOf(ordinal) != sequence) return;
            if (ordinal != without && point.point().key().equals(key))
                see(point.point().step());
        }

        private void take(ScalarsLogged logged) {
            ScalarPoints points = logged.points();
            int wanted = points.keys().indexOf(key);
            if (wanted < 0) return;
            for (int i = 0; i < points.size(); i++) {
                int ordinal = (int) logged.ordinal() + i;
                if (points.keyAt(i) == wanted && ordinal != without && corrections.leave(ordinal))
                    see(points.stepAt(i));
            }
        }

        private void see(long other) {
            any = true;
            step = Math.max(step, other);
        }
    }
}
