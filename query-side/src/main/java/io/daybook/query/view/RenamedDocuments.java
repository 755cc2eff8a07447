package io.daybook.query.view;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Documents that are stored under other names than those that they are asked for by. */
abstract class RenamedDocuments implements Documents {

    private final Documents stored;

    RenamedDocuments(Documents stored) {
        this.stored = stored;
    }

    abstract View renamed(View view);

    abstract String renamed(String collection);

    @Override
    public void open(View view, String fingerprint) {
        stored.open(renamed(view), fingerprint);
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return stored.get(renamed(collection), id);
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        return stored.get(renamed(collection), ids);
    }

    @Override
    public List<Document> range(String collection, Range range) {
        return stored.range(renamed(collection), range);
    }

    @Override
    public long position(View view) {
        return stored.position(renamed(view));
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        stored.apply(
                renamed(view), from, to, changes.stream().map(this::renamed).toList());
    }

    private Change renamed(Change change) {
        String collection = renamed(change.collection());
        if (collection.equals(change.collection())) return change;
        return switch (change) {
            case Change.Put put -> new Change.Put(collection, put.id(), put.position(), put.body());
            case Change.Remove remove -> new Change.Remove(collection, remove.id());
        };
    }

    @Override
    public long count(View view) {
        return stored.count(renamed(view));
    }

    @Override
    public Set<String> stored() {
        return stored.stored();
    }

    @Override
    public void drop(View view) {
        stored.drop(renamed(view));
    }

    @Override
    public void close() {
        stored.close();
    }
}
