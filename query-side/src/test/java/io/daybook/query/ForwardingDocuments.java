package io.daybook.query;

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

/** Documents that are others', but for what a test wants otherwise. */
public abstract class ForwardingDocuments implements Documents {

    protected final Documents stored;

    protected ForwardingDocuments(Documents stored) {
        this.stored = stored;
    }

    @Override
    public void open(View view, String fingerprint) {
        stored.open(view, fingerprint);
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return stored.get(collection, id);
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        return stored.get(collection, ids);
    }

    @Override
    public List<Document> range(String collection, Range range) {
        return stored.range(collection, range);
    }

    @Override
    public long position(View view) {
        return stored.position(view);
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        stored.apply(view, from, to, changes);
    }

    @Override
    public long count(View view) {
        return stored.count(view);
    }

    @Override
    public Set<String> stored() {
        return stored.stored();
    }

    @Override
    public void drop(View view) {
        stored.drop(view);
    }

    @Override
    public void close() {
        stored.close();
    }
}
