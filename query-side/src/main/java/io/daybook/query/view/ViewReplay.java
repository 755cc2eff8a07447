package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.log.EventLog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/** Fills a view with chosen events of the log, by the projections that fill it in the present. */
public final class ViewReplay {

    private static final int BATCH = 500;

    private final Documents documents;
    private final ViewCursor cursor;
    private final List<AnnotationEventHandlerAdapter> projections;

    /** @param positions where it is told how far the view has come */
    public ViewReplay(
            Documents documents,
            View view,
            EventLog log,
            ViewPositions positions,
            Function<ViewWriter, List<Object>> projections) {
        this.documents = documents;
        this.cursor = ViewCursor.silent(documents, view, new Views(documents, log, List.of(view)), positions);
        this.projections = projections.apply(new ViewWriter(documents, cursor)).stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
    }

    /** An event, and where it stands in the log. */
    public record Placed(long position, EventMessage<?> event) {}

    /** @param to how far the view has come then, whatever was left out */
    public void feed(Iterator<Placed> events, long to) {
        cursor.fetch();
        while (events.hasNext()) {
            List<EventMessage<?>> batch = new ArrayList<>(BATCH);
            long last = 0;
            while (events.hasNext() && batch.size() < BATCH) {
                Placed next = events.next();
                last = next.position();
                batch.add(new GenericTrackedEventMessage<>(LogPosition.token(last), next.event()));
            }
            handle(batch, last);
        }
        cursor.complete(to, List.of());
    }

    private void handle(List<EventMessage<?>> batch, long last) {
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.start();
        unit.onPrepareCommit(done ->
                cursor.complete(last, ViewWriter.batch(unit, cursor, documents).changes()));
        var result = unit.executeWithResult(() -> {
            for (var projection : projections) projection.handle(unit.getMessage());
            return batch.size();
        });
        if (result.isExceptional())
            throw new IllegalStateException("the past cannot be told", result.exceptionResult());
    }
}
