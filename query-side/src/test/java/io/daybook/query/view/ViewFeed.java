package io.daybook.query.view;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.query.LogStub;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/** Hands events to one projection, batch by batch, as its processor would; the same ones again, too. */
public final class ViewFeed {

    private final Documents documents;
    private final View view;
    private final ViewCursor cursor;
    private final List<AnnotationEventHandlerAdapter> projections;

    public ViewFeed(Documents documents, View view, Function<ViewWriter, Object> projection) {
        this(documents, projection.andThen(List::of), view);
    }

    /** Each event is handled by all projections, in their order. */
    public ViewFeed(Documents documents, Function<ViewWriter, List<Object>> projections, View view) {
        this.documents = documents;
        this.view = view;
        Views views = new Views(documents, new LogStub(() -> Long.MAX_VALUE), List.of(view));
        this.cursor = new ViewCursor(documents, view, views, new ViewPositions());
        this.projections = projections.apply(new ViewWriter(documents, cursor)).stream()
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
    }

    /** Position 1 is the log's first event, which no view knows; these follow from position 2. */
    public void feed(List<?> events, int batch) {
        for (int i = 0; i < events.size(); i += batch) {
            feedFrom(2 + i, events.subList(i, Math.min(events.size(), i + batch)));
        }
    }

    /** In batches of any size; one that is interrupted comes again, perhaps in smaller ones. */
    public void feedRoughly(List<?> events, Random random) {
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 8));
            try {
                feedFrom(2 + next, events.subList(next, end));
                next = end;
            } catch (IllegalStateException interrupted) {
                if (!"interrupted"
                        .equals(
                                interrupted.getCause() == null
                                        ? ""
                                        : interrupted.getCause().getMessage())) {
                    throw interrupted;
                }
            }
        }
    }

    /** One batch, whose first event has this position. */
    public void feedFrom(long position, List<?> events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            long here = position + messages.size();
            messages.add(new GenericTrackedEventMessage<>(
                    LogPosition.token(here), GenericEventMessage.asEventMessage(event)));
        }
        cursor.fetch();
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(messages);
        unit.start();
        unit.onPrepareCommit(done -> cursor.complete(
                position + events.size() - 1,
                ViewWriter.batch(unit, cursor, documents).changes()));
        var result = unit.executeWithResult(() -> {
            for (var projection : projections) projection.handle(unit.getMessage());
            return events.size();
        });
        if (result.isExceptional()) throw new IllegalStateException(result.exceptionResult());
    }

    /** Every document, by a hash of its bytes. */
    public Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        Range all = new Range("", "\uDBFF\uDFFF", Integer.MAX_VALUE, false);
        for (String collection : view.collections()) {
            for (Document document : documents.range(collection, all)) {
                content.put(collection + " " + document.id(), document.position() + " " + hash(document.body()));
            }
        }
        return content;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
