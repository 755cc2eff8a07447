package io.daybook.query.iteration.metric;

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

/** Counts the documents that are asked for. */
final class CountingDocuments implements Documents {

    private final Documents stored;
    private long read;

    CountingDocuments(Documents stored) {
        this.stored = stored;
    }

    long read() {
        return read;
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        read++;
        return stored.get(collection, id);
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        read += ids.size();
        return stored.get(collection, ids);
    }

    @Override
    public List<Document> range(String collection, Range range) {
        List<Document> found = stored.range(collection, range);
        read += found.size();
        return found;
    }

    @Override
    public void open(View view, String fingerprint) {
        stored.open(view, fingerprint);
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
