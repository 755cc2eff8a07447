package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.EventLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Fills a view with chosen events of the log, by the projections that fill it in the present. */
public final class ViewReplay {

    private final Documents documents;
    private final ViewCursor cursor;
    private final List<AnnotationEventHandlerAdapter> projections;
    private final Map<Class<?>, Boolean> handledTypes = new HashMap<>();

    /** @param positions where it is told how far the view has come */
    public ViewReplay(Documents documents, Projected projected, EventLog log, ViewPositions positions) {
        Views views = new Views(documents, log, List.of(projected.view()));
        this.documents = documents;
        this.cursor = ViewCursor.silent(documents, projected.view(), views, positions);
        this.projections = projected.projections().apply(new ViewWriter(documents, cursor)).stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
    }

    /** An event, where it stands in the log. */
    public static TrackedEventMessage<?> at(long position, EventMessage<?> event) {
        return new GenericTrackedEventMessage<>(LogPosition.token(position), event);
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
        return handledTypes.computeIfAbsent(event.getPayloadType(), type -> projections.stream()
                .anyMatch(projection -> projection.canHandleType(type)));
    }

    /** One batch, in the order of the log, of one event or more. */
    public void feed(List<? extends TrackedEventMessage<?>> batch) {
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.copyOf(batch));
        long last = LogPosition.of(batch.getLast().trackingToken());
        unit.start();
        unit.onPrepareCommit(done ->
                cursor.complete(last, ViewWriter.batch(unit, cursor, documents).changes()));
        var result = unit.executeWithResult(() -> {
            for (var projection : projections) projection.handle(unit.getMessage());
            return batch.size();
        });
        if (result.isExceptional())
            throw new IllegalStateException("a view cannot be filled", result.exceptionResult());
    }

    /** The view has come so far, whatever was left out. */
    public void reach(long position) {
        cursor.complete(position, List.of());
    }
}
