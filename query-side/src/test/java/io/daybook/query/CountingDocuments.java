package io.daybook.query;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the documents that are asked for. */
public final class CountingDocuments extends ForwardingDocuments {

    private long read;

    public CountingDocuments(Documents stored) {
        super(stored);
    }

    public long read() {
        return read;
    }

    public void forget() {
        read = 0;
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        read++;
        return super.get(collection, id);
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        read += ids.size();
        return super.get(collection, ids);
    }

    @Override
    public List<Document> range(String collection, Range range) {
        List<Document> found = super.range(collection, range);
        read += found.size();
        return found;
    }
}
