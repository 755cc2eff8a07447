package io.daybook.query.rebuild;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many documents views have. Counting reads a whole index: it is done rarely, and costs at most a twentieth of the time. */
final class Counts {

    private static final int SHARE = 20;
    private static final long ASKED_LATELY = TimeUnit.SECONDS.toNanos(15);

    private final Documents documents;
    private final LongSupplier nanos;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private volatile long asked;

    private record Count(long documents, long position, long next) {}

    Counts(Documents documents, LongSupplier nanos) {
        this.documents = documents;
        this.nanos = nanos;
        this.asked = nanos.getAsLong();
    }

    long of(View view) {
        asked = nanos.getAsLong();
        Count count = counts.get(view.name());
        return count == null ? 0 : count.documents();
    }

    /** Counts again when the view has moved, somebody wants to know, and the last count is long enough ago. */
    void refresh(View view, long position) {
        long begun = nanos.getAsLong();
        Count last = counts.get(view.name());
        if (last != null && (position == last.position() || begun < last.next() || begun - asked > ASKED_LATELY))
            return;
        long count = documents.count(view);
        long ended = nanos.getAsLong();
        counts.put(view.name(), new Count(count, position, ended + SHARE * (ended - begun)));
    }
}
