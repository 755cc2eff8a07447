package io.daybook.query;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Documents where something happens just before chunks are read, or where writing fails or waits for a while. */
public final class HookedDocuments extends ForwardingDocuments {

    private final AtomicReference<Runnable> beforeChunks = new AtomicReference<>(() -> {});
    private volatile boolean broken;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public HookedDocuments(Documents stored) {
        super(stored);
    }

    /** Runs once, before the next reading of several documents outside the thread of a view. */
    public void beforeNextChunks(Runnable action) {
        Thread asking = Thread.currentThread();
        beforeChunks.set(() -> {
            if (Thread.currentThread() == asking) {
                beforeChunks.set(() -> {});
                // Elsewhere, since the reader's thread is within a unit of work that would hold events back.
                CompletableFuture.runAsync(action)
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
            }
        });
    }

    public void broken(boolean now) {
        broken = now;
    }

    /** From now on whoever writes waits, until this is opened. */
    public CountDownLatch gate() {
        CountDownLatch shut = new CountDownLatch(1);
        gate = shut;
        return shut;
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        beforeChunks.get().run();
        return stored.get(collection, ids);
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        if (broken) throw new IllegalStateException("the store is out of reach");
        pass();
        stored.apply(view, from, to, changes);
    }

    private void pass() {
        try {
            if (!gate.await(20, TimeUnit.SECONDS)) throw new IllegalStateException("the gate stayed shut");
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
