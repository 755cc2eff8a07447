package io.daybook.query;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.query.documents.WriteOrder;
import io.daybook.query.documents.WriteOrder.Portion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One view in an engine without transactions, whose process dies now and then in the middle of a batch. */
public final class InterruptedDocuments extends ForwardingDocuments {

    private final Random random;
    private long position;

    public InterruptedDocuments(Documents stored, Random random) {
        super(stored);
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
    public long position(View view) {
        return position;
    }
}
