package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Fills a view with chosen events of the log, by the projections that fill it in the present. What they cannot apply
 * waits there, too.
 */
public final class ViewReplay {

    private final Documents documents;
    private final ViewCursor cursor;
    private final Parking parking;
    private final AdaptedProjections projections;
    private final Map<Class<?>, Boolean> handledTypes = new HashMap<>();

    /** @param positions where it is told how far the view has come */
    public ViewReplay(Documents documents, Projected projected, EventLog log, ViewPositions positions) {
        Views views = new Views(documents, log, List.of(projected.view()));
        this.documents = documents;
        this.cursor = ViewCursor.silent(documents, projected.view(), views, positions);
        this.parking = new Parking(cursor);
        this.projections = AdaptedProjections.of(projected.projections().apply(new ViewWriter(documents, cursor)));
    }

    /** An event, where it stands in the log. One of an aggregate says so by its type. */
    public static TrackedEventMessage<?> at(long position, EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? new GenericTrackedDomainEventMessage<>(LogPosition.token(position), domain)
                : new GenericTrackedEventMessage<>(LogPosition.token(position), event);
    }

    /** An event as the log has it: what is in it is read when a projection wants it. */
    public static TrackedEventMessage<?> at(LoggedEvent event, Serializer serializer) {
        Instant timestamp = Instant.ofEpochMilli(event.timestamp());
        Message<Object> stored = new SerializedMessage<>(
                event.id(),
                new LazyDeserializingObject<>(
                        new SimpleSerializedObject<>(event.payload(), byte[].class, event.type(), event.revision()),
                        serializer),
                new LazyDeserializingObject<>(MetaData.from(event.metadata())));
        String aggregate = event.aggregateId();
        Long sequence = event.sequence();
        return at(
                event.position(),
                aggregate == null || sequence == null
                        ? new GenericEventMessage<>(stored, () -> timestamp)
                        : new GenericDomainEventMessage<>(
                                event.aggregateType(), aggregate, sequence, stored, () -> timestamp));
    }

    /** From where the log goes on with what comes after {@code position}. */
    public static @Nullable TrackingToken after(long position) {
        return LogPosition.token(position);
    }

    /** From where the documents say, which is told. */
    public long begin() {
        return cursor.fetch();
    }

    /** Whether the event changes anything here at all. */
    public boolean handles(EventMessage<?> event) {
        return handledTypes.computeIfAbsent(event.getPayloadType(), projections::handlesType);
    }

    /** One batch, in the order of the log, of one event or more. */
    public void feed(List<? extends TrackedEventMessage<?>> batch) {
        try {
            run(batch);
        } catch (BatchFailure failure) {
            if (!cursor.doubts()) throw failed(failure);
            runAgain(batch);
        }
    }

    /** Now that each event is asked whether what it changes can be stored. */
    private void runAgain(List<? extends TrackedEventMessage<?>> batch) {
        try {
            cursor.letters().fetch();
            run(batch);
        } catch (BatchFailure failure) {
            throw failed(failure);
        }
    }

    private static IllegalStateException failed(BatchFailure failure) {
        return new IllegalStateException("a view cannot be filled", failure.getCause());
    }

    private void run(List<? extends TrackedEventMessage<?>> batch) {
        long last = LogPosition.of(batch.getLast().trackingToken());
        new BatchRun(batch)
                .run(
                        cursor,
                        new ViewBatch(documents, cursor),
                        event -> parking.handle(event, projections),
                        changed -> cursor.complete(last, changed.changes()));
    }

    /** The view has come so far, whatever was left out. */
    public void reach(long position) {
        cursor.complete(position, List.of());
    }

    /** Things of which the view lacks something, since an event of theirs could not be applied. */
    public List<String> degraded() {
        return cursor.letters().all().stream().map(Letter::aggregate).toList();
    }
}
