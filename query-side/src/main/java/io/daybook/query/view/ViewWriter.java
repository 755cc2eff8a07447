package io.daybook.query.view;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.BsonDocument;

/**
 * What a projection writes to, within the handling of an event. Changes are collected and applied once a batch;
 * a document that was changed is read as changed.
 */
public final class ViewWriter {

    private final Documents documents;
    private final ViewCursor cursor;

    ViewWriter(Documents documents, ViewCursor cursor) {
        this.documents = documents;
        this.cursor = cursor;
    }

    public Optional<BsonDocument> get(String collection, String id) {
        return batch().get(collection, id).map(ViewBatch.Held::body);
    }

    /** Reads ahead, in one go, what is going to be asked for. */
    public void fetch(String collection, Collection<String> ids) {
        batch().fetch(collection, ids);
    }

    /**
     * Replaces a document by what {@code change} makes of it, unless it holds the current event already. So an event
     * changes a document once, and all that it has to say about it goes into one call.
     */
    public void update(String collection, String id, Function<Optional<BsonDocument>, BsonDocument> change) {
        if (isApplied(collection, id)) return;
        batch().put(collection, id, change.apply(get(collection, id)));
    }

    /**
     * As {@link #update}, for a document that tells of the current event and nothing else: what is stored need not be read,
     * since it can only be the same.
     */
    public void put(String collection, String id, BsonDocument body) {
        batch().put(collection, id, body);
    }

    /**
     * As {@link #update}, for a document that gathers what several aggregates say, in whichever order. It may be ahead of
     * an event that waited as a dead letter while others went on, and takes that in all the same.
     *
     * @param change makes nothing of what is to be removed; done twice, it has done what it does once
     */
    public void merge(String collection, String id, Function<Optional<BsonDocument>, Optional<BsonDocument>> change) {
        ViewBatch batch = batch();
        if (!batch.isLate() && isApplied(collection, id)) return;
        Optional<BsonDocument> old = get(collection, id);
        Optional<BsonDocument> changed = change.apply(old);
        if (changed.isPresent()) batch.put(collection, id, changed.get());
        else if (old.isPresent()) batch.remove(collection, id);
    }

    /** As {@link #update}, but leaves alone what is not there. */
    public void change(String collection, String id, UnaryOperator<BsonDocument> change) {
        if (get(collection, id).isEmpty()) return;
        update(collection, id, old -> change.apply(old.orElseThrow()));
    }

    /** Whether a document is there that holds the current event already. */
    public boolean isApplied(String collection, String id) {
        return batch().get(collection, id)
                .filter(document -> document.position() >= position())
                .isPresent();
    }

    /** Whether a document is there that holds a later event already. */
    public boolean isAhead(String collection, String id) {
        return batch().get(collection, id)
                .filter(document -> document.position() > position())
                .isPresent();
    }

    public void remove(String collection, String id) {
        batch().remove(collection, id);
    }

    /**
     * Hands over the ids that begin with {@code prefix}; the documents may be removed meanwhile.
     *
     * @param page how many documents are read at a time
     */
    public void forEachUnder(String collection, String prefix, int page, Consumer<String> action) {
        ViewBatch batch = batch();
        batch.putUnder(collection, prefix).forEach(action);
        Range range = Range.under(prefix, page);
        List<Document> found;
        do {
            Range part = range;
            found = BatchFailure.reaching(() -> documents.range(collection, part));
            for (Document document : found) {
                if (!batch.changed(collection, document.id())) action.accept(document.id());
            }
            if (!found.isEmpty()) range = new Range(after(found.getLast().id()), range.to(), page, false);
        } while (found.size() == page);
    }

    /** The lowest id above {@code id}: no id holds a NUL. */
    private static String after(String id) {
        return id + '\0';
    }

    private ViewBatch batch() {
        ViewBatch batch = cursor.batch(CurrentUnitOfWork.get());
        batch.enter(position());
        return batch;
    }

    /** The position of the event that is being handled. */
    public long position() {
        if (CurrentUnitOfWork.get().getMessage() instanceof TrackedEventMessage<?> message) {
            return LogPosition.of(message.trackingToken());
        }
        throw new IllegalStateException("a view is written by handlers of events that have a position");
    }
}
