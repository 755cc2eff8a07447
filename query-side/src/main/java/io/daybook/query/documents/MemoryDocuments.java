package io.daybook.query.documents;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Documents that last as long as this object. A batch is seen whole or not. */
public final class MemoryDocuments implements Documents {

    private final Map<String, Opened> views = new HashMap<>();
    private final Map<String, NavigableMap<String, Document>> collections = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    @Override
    public void open(View view, String fingerprint) {
        Opened fresh = new Opened(view.version(), fingerprint, view.collections(), 0);
        holding(lock.writeLock(), () -> {
            Opened stored = views.get(view.name());
            if (stored == null || !stored.at(0).equals(fresh)) {
                if (stored != null) collections.keySet().removeAll(stored.collections);
                collections.keySet().removeAll(view.collections());
                views.put(view.name(), fresh);
            }
            return view;
        });
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return holding(
                lock.readLock(), () -> Optional.ofNullable(existing(collection).get(id)));
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        return holding(lock.readLock(), () -> {
            Map<String, Document> found = new HashMap<>();
            for (String id : ids) {
                Document document = existing(collection).get(id);
                if (document != null) found.put(id, document);
            }
            return found;
        });
    }

    @Override
    public List<Document> range(String collection, Range range) {
        if (Utf8Order.INSTANCE.compare(range.from(), range.to()) >= 0) return List.of();
        return holding(lock.readLock(), () -> {
            NavigableMap<String, Document> inside = existing(collection).subMap(range.from(), true, range.to(), false);
            return (range.descending() ? inside.descendingMap() : inside)
                    .values().stream().limit(range.limit()).toList();
        });
    }

    @Override
    public long position(View view) {
        return holding(lock.readLock(), () -> {
            Opened stored = views.get(view.name());
            return stored == null ? 0L : stored.position;
        });
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        holding(lock.writeLock(), () -> {
            Opened stored = views.get(view.name());
            if (stored == null || stored.position != from) {
                throw new IllegalStateException("the view " + view.name() + " is not at position " + from);
            }
            changes.forEach(change -> apply(change, to));
            return views.put(view.name(), stored.at(to));
        });
    }

    @Override
    public long count(View view) {
        return holding(lock.readLock(), () -> view.collections().stream()
                .mapToLong(collection -> existing(collection).size())
                .sum());
    }

    @Override
    public Set<String> stored() {
        return holding(lock.readLock(), () -> Set.copyOf(views.keySet()));
    }

    @Override
    public void drop(View view) {
        holding(lock.writeLock(), () -> {
            Opened former = views.remove(view.name());
            if (former != null) collections.keySet().removeAll(former.collections);
            return collections.keySet().removeAll(view.collections());
        });
    }

    @Override
    public void close() {
        closed = true;
    }

    private void apply(Change change, long to) {
        NavigableMap<String, Document> documents =
                collections.computeIfAbsent(change.collection(), name -> new TreeMap<>(Utf8Order.INSTANCE));
        Document stored = documents.get(change.id());
        switch (change) {
            case Change.Put put
            when stored == null || stored.position() <= put.position() ->
                documents.put(put.id(), new Document(put.id(), put.position(), put.body()));
            case Change.Remove remove when stored != null && stored.position() <= to -> documents.remove(remove.id());
            default -> {
                // the document is ahead of this change already
            }
        }
    }

    private NavigableMap<String, Document> existing(String collection) {
        return collections.getOrDefault(collection, new TreeMap<>(Utf8Order.INSTANCE));
    }

    private <T extends @Nullable Object> T holding(Lock lock, Supplier<T> work) {
        if (closed) throw new IllegalStateException("the views are closed");
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private record Opened(int version, String fingerprint, Set<String> collections, long position) {

        Opened at(long position) {
            return new Opened(version, fingerprint, collections, position);
        }
    }
}
