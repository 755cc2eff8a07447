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
import java.util.Random;

/** One view in an engine without transactions, whose process dies now and then in the middle of a batch. */
public final class InterruptedDocuments implements Documents {

    private final Documents stored;
    private final Random random;
    private long position;

    public InterruptedDocuments(Documents stored, Random random) {
        this.stored = stored;
        this.random = random;
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        boolean dies = random.nextInt(3) == 0;
        int applied = dies ? random.nextInt(changes.size() + 1) : changes.size();
        long stands = stored.position(view);
        stored.apply(view, stands, Math.max(stands, to), changes.subList(0, applied));
        if (dies) throw new IllegalStateException("interrupted");
        position = to;
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
        return position;
    }

    @Override
    public long count(View view) {
        return stored.count(view);
    }

    @Override
    public void close() {
        stored.close();
    }
}
