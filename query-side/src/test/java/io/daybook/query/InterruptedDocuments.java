package io.daybook.query;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.query.documents.WriteOrder;
import io.daybook.query.documents.WriteOrder.Portion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

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
        List<Change> ordered = ordered(changes);
        int applied = dies ? random.nextInt(ordered.size() + 1) : ordered.size();
        long stands = stored.position(view);
        stored.apply(view, stands, Math.max(stands, to), ordered.subList(0, applied));
        if (dies) throw new IllegalStateException("interrupted");
        position = to;
    }

    /** As an engine without transactions writes them; within a portion in any order. */
    private List<Change> ordered(List<Change> changes) {
        List<Change> ordered = new ArrayList<>();
        for (Portion portion : WriteOrder.portions(changes)) {
            List<Change> shuffled = new ArrayList<>(portion.changes());
            Collections.shuffle(shuffled, random);
            ordered.addAll(shuffled);
        }
        return ordered;
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
