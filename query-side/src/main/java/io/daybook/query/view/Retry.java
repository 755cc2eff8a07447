package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.ops.DeadLetter;
import io.daybook.query.view.Letter.Parked;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Applies what waits of an aggregate, late, between two batches of its view. */
final class Retry {

    /** So much at a time, since readers of the view wait meanwhile. */
    private static final int MOST_EVENTS = 200;

    private static final long MUCH = 4L << 20;

    private final Documents documents;
    private final ViewCursor cursor;
    private final EventLog log;
    private final Supplier<Serializer> serializer;
    private final Parking.Projections projections;

    Retry(
            Documents documents,
            ViewCursor cursor,
            EventLog log,
            Supplier<Serializer> serializer,
            Parking.Projections projections) {
        this.documents = documents;
        this.cursor = cursor;
        this.log = log;
        this.serializer = serializer;
        this.projections = projections;
    }

    /**
     * Some of what waits, in the order of the log.
     *
     * @param following the event after them, when more waits
     */
    private record Part(
            List<TrackedEventMessage<?>> events, @Nullable TrackedEventMessage<?> following) {}

    /** The letter when all is applied, or something cannot be; null when there is more to do. */
    @Nullable DeadLetter some(Letter letter) {
        Part part = waiting(letter);
        Attempt attempt = new Attempt(letter, part.following());
        try {
            if (part.events().isEmpty()) return drop(letter).settled();
            new BatchRun(part.events())
                    .run(cursor, ViewBatch.late(documents, cursor), attempt::apply, attempt::complete);
        } catch (RuntimeException failure) {
            cursor.letters().fetch();
            throw failure;
        }
        return attempt.outcome();
    }

    /** Nothing is applied. */
    Letter drop(Letter letter) {
        ViewBatch batch = ViewBatch.late(documents, cursor);
        cursor.letters().remove(letter, batch);
        cursor.apply(cursor.stored(), batch.changes());
        return letter;
    }

    private Part waiting(Letter letter) {
        long before = letter.next().position() - 1;
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        long bytes = 0;
        try (Stream<LoggedEvent> stored =
                log.read(new EventFilter(before, cursor.stored(), letter.aggregate(), Set.of()))) {
            for (Iterator<LoggedEvent> each = stored.iterator(); each.hasNext(); ) {
                LoggedEvent event = each.next();
                TrackedEventMessage<?> message = ViewReplay.at(event, serializer.get());
                if (!projections.handles(message)) continue;
                if (events.size() >= MOST_EVENTS || bytes > MUCH) return new Part(events, message);
                events.add(message);
                bytes += event.payload().length;
            }
        }
        return new Part(events, null);
    }

    /** What becomes of a letter by some of its events. */
    private final class Attempt {

        private final Letter before;
        private final Parking parking = new Parking(cursor);
        private final @Nullable TrackedEventMessage<?> following;
        private @Nullable Letter failed;
        private long applied;

        Attempt(Letter before, @Nullable TrackedEventMessage<?> following) {
            this.before = before;
            this.following = following;
        }

        void apply(EventMessage<?> event) throws InterruptedException {
            if (failed != null) return;
            // each has to show that what it changes can be stored
            cursor.doubt();
            cursor.batch(CurrentUnitOfWork.get()).enter(Parking.position(event));
            String error = parking.attempt(event, projections);
            if (error == null) applied++;
            else failed = before.at(parked(event, error), before.successors() - applied);
        }

        /** The letter changes last, so that an interruption leaves it as it was. */
        void complete(ViewBatch batch) {
            Letter left = failed;
            if (left == null && following != null) {
                left = before.at(parked(following, before.next().error()), before.successors() - applied);
            }
            if (left == null) cursor.letters().remove(before, batch);
            else cursor.letters().put(left, batch);
            cursor.apply(cursor.stored(), batch.changes());
        }

        private Parked parked(EventMessage<?> event, String error) {
            Parked was = before.next();
            return new Parked(Parking.position(event), was.aggregate(), was.project(), Parking.type(event), error);
        }

        @Nullable DeadLetter outcome() {
            Letter left = failed;
            if (left != null) return left.told();
            return following == null ? before.settled() : null;
        }
    }
}
