package io.daybook.query.view;

import io.daybook.api.message.Meta;
import io.daybook.query.view.Letter.Parked;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands round the projections of a view: an event that they cannot apply leaves no trace but a letter, behind which later
 * events of its aggregate wait. A store that is out of reach is no fault of the event's: the batch is tried again.
 */
final class Parking {

    private static final Logger logger = LoggerFactory.getLogger(Parking.class);

    private final Letters letters;
    private final ViewCursor cursor;

    Parking(ViewCursor cursor) {
        this.letters = cursor.letters();
        this.cursor = cursor;
    }

    /** All projections of a view, as one. */
    interface Projections {

        boolean handles(EventMessage<?> event);

        void handle(EventMessage<?> event) throws Exception;
    }

    /** Handles the event, or parks it. */
    void handle(EventMessage<?> event, Projections projections) throws InterruptedException {
        ViewBatch batch = cursor.batch(CurrentUnitOfWork.get());
        long position = position(event);
        batch.enter(position);
        Letter before = letters.of(aggregate(event)).orElse(null);
        if (before != null && position >= before.next().position()) join(before, event, projections);
        else apply(event, projections, before);
    }

    private void join(Letter letter, EventMessage<?> event, Projections projections) {
        long position = position(event);
        if (position > letter.last() && projections.handles(event)) {
            letters.put(letter.joined(position), cursor.batch(CurrentUnitOfWork.get()));
        }
    }

    private void apply(EventMessage<?> event, Projections projections, @Nullable Letter before)
            throws InterruptedException {
        String error = attempt(event, projections);
        if (error == null) return;
        long position = position(event);
        Parked parked = new Parked(position, name(event), project(event), type(event), error);
        long behind = before == null ? 0 : before.successors() + 1;
        long last = before == null ? position : before.last();
        Letter letter = new Letter(cursor.view().name(), position, parked, Errors.now(), last, behind);
        letters.put(letter, cursor.batch(CurrentUnitOfWork.get()));
    }

    /** Null when all is well; else what the event has done so far is undone, and it is said why. */
    @Nullable String attempt(EventMessage<?> event, Projections projections) throws InterruptedException {
        ViewBatch batch = cursor.batch(CurrentUnitOfWork.get());
        try {
            projections.handle(event);
            if (cursor.doubts()) batch.prove();
            return null;
        } catch (BatchFailure | InterruptedException noFaultOfTheEvent) {
            throw noFaultOfTheEvent;
        } catch (Exception defect) {
            batch.undo();
            tell(event, defect);
            return Errors.line(defect);
        }
    }

    private void tell(EventMessage<?> event, Exception defect) {
        if (cursor.isSilent()) return;
        cursor.afterwards(() -> logger.error(
                "the view {} cannot apply event {} ({} of {}): it waits as a dead letter, and what follows on it",
                cursor.view().name(),
                position(event),
                type(event),
                name(event),
                defect));
    }

    /** Of which thing it tells; null of none. */
    static @Nullable String aggregate(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : null;
    }

    /** An event of no aggregate waits alone. */
    private static String name(EventMessage<?> event) {
        String aggregate = aggregate(event);
        return aggregate == null ? "event-" + position(event) : aggregate;
    }

    static long position(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) return LogPosition.of(tracked.trackingToken());
        throw new IllegalStateException("a view is filled by events that have a position");
    }

    private static @Nullable String project(EventMessage<?> event) {
        Object project = event.getMetaData().get(Meta.PROJECT);
        return project == null ? null : project.toString();
    }

    /** The registered name is the class's own. */
    static String type(EventMessage<?> event) {
        return event.getPayloadType().getSimpleName();
    }
}
