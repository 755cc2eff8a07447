package io.daybook.query.view;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The letters of one view, as its documents hold them or are about to: one at most for each aggregate. */
final class Letters {

    /** With more of them it is the projection that is broken, and not an event. */
    static final int MOST = 1_024;

    private static final Range ALL = new Range("0", ":", 2 * MOST, false);

    private final Documents documents;
    private final View view;
    private volatile Map<String, Letter> byAggregate = new ConcurrentHashMap<>();

    Letters(Documents documents, View view) {
        this.documents = documents;
        this.view = view;
    }

    /** Begins (again) from what the store says. */
    void fetch() {
        Map<String, Letter> stored = new ConcurrentHashMap<>();
        for (Document document : documents.range(view.letters(), ALL)) {
            Letter letter = Letter.in(view.name(), new RawBsonDocument(document.body()));
            stored.putIfAbsent(letter.aggregate(), letter);
        }
        byAggregate = stored;
    }

    boolean isEmpty() {
        return byAggregate.isEmpty();
    }

    /** The oldest first. */
    List<Letter> all() {
        Collection<Letter> letters = byAggregate.values();
        return letters.stream().sorted(Comparator.comparingLong(Letter::first)).toList();
    }

    Optional<Letter> of(@Nullable String aggregate) {
        return aggregate == null ? Optional.empty() : Optional.ofNullable(byAggregate.get(aggregate));
    }

    Optional<Letter> called(String id) {
        return byAggregate.values().stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst();
    }

    /** With the documents of the batch, so that there is a letter exactly when its event is not applied. */
    void put(Letter letter, ViewBatch batch) {
        Letter former = byAggregate.get(letter.aggregate());
        if (former == null && byAggregate.size() >= MOST) throw tooMany();
        if (former != null && former.first() != letter.first()) batch.remove(view.letters(), former.key());
        byAggregate.put(letter.aggregate(), letter);
        batch.put(view.letters(), letter.key(), letter.bson());
    }

    void remove(Letter letter, ViewBatch batch) {
        byAggregate.remove(letter.aggregate());
        batch.remove(view.letters(), letter.key());
    }

    private BatchFailure tooMany() {
        String message = "the view " + view.name() + " has " + MOST
                + " dead letters, and stands still until some are retried or dropped: what is broken is not an event";
        return new BatchFailure(message, new IllegalStateException("too many dead letters"));
    }
}
