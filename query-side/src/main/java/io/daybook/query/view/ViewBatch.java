package io.daybook.query.view;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one batch have changed so far, laid over what is stored. It lives in the batch's unit of work, so
 * that a batch that fails leaves nothing behind.
 */
final class ViewBatch {

    /** Beyond so many bytes a batch is written in parts, at a border between events. */
    static final long MUCH = 32L << 20;

    private record Key(String collection, String id) {}

    private final Documents documents;
    private final Map<Key, Change> changes = new LinkedHashMap<>();
    private final Map<Key, Optional<Document>> read = new HashMap<>();
    private long bytes;
    private long position;

    ViewBatch(Documents documents) {
        this.documents = documents;
    }

    /** The event at {@code newPosition} is being handled; what came before it is whole. */
    void enter(long newPosition, ViewCursor cursor) {
        if (newPosition == position) return;
        if (bytes > MUCH) {
            cursor.apply(position, changes());
            changes.clear();
            read.clear();
            bytes = 0;
        }
        position = newPosition;
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    Optional<Document> get(String collection, String id) {
        Key key = new Key(collection, id);
        Change change = changes.get(key);
        if (change != null) return Optional.ofNullable(after(change));
        return read.computeIfAbsent(key, unread -> counted(documents.get(collection, id)));
    }

    /** Reads those that were not read yet in one go. */
    void fetch(String collection, Collection<String> ids) {
        Set<String> missing = new HashSet<>();
        for (String id : ids) {
            Key key = new Key(collection, id);
            if (!changes.containsKey(key) && !read.containsKey(key)) missing.add(id);
        }
        if (missing.isEmpty()) return;
        Map<String, Document> found = documents.get(collection, missing);
        for (String id : missing) read.put(new Key(collection, id), counted(Optional.ofNullable(found.get(id))));
    }

    /** A document that changes again moves to the end: an engine without transactions applies in this order. */
    void add(Change change) {
        Key key = new Key(change.collection(), change.id());
        bytes -= size(changes.remove(key));
        read.remove(key);
        changes.put(key, change);
        bytes += size(change);
    }

    /** Whether this batch has an opinion of its own about the document. */
    boolean changed(String collection, String id) {
        return changes.containsKey(new Key(collection, id));
    }

    /** Documents that this batch has put under ids that begin with {@code prefix}. */
    List<Document> putUnder(String collection, String prefix) {
        List<Document> found = new ArrayList<>();
        for (Change change : changes.values()) {
            Document document = after(change);
            if (document != null
                    && change.collection().equals(collection)
                    && change.id().startsWith(prefix)) found.add(document);
        }
        return found;
    }

    private Optional<Document> counted(Optional<Document> document) {
        document.ifPresent(found -> bytes += found.body().length);
        return document;
    }

    private static @Nullable Document after(Change change) {
        return switch (change) {
            case Change.Put(var collection, var id, var at, var body) -> new Document(id, at, body);
            case Change.Remove remove -> null;
        };
    }

    private static long size(@Nullable Change change) {
        return change instanceof Change.Put put ? put.body().length : 0;
    }
}
