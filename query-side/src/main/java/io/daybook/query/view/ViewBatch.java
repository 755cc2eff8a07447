package io.daybook.query.view;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one batch have changed so far, laid over what is stored. It lives in the batch's unit of work, so
 * that a batch that fails leaves nothing behind. Bodies are encoded once, at the end, however often they change.
 */
final class ViewBatch {

    /** Beyond so many bytes a batch is written in parts, at a border between events. */
    static final long MUCH = 32L << 20;

    /** A document in memory; its body is not altered, but replaced. */
    record Held(long position, BsonDocument body) {}

    private record Key(String collection, String id) {}

    private final Documents documents;
    private final ViewCursor cursor;
    private final boolean late;

    /** By the events that are whole, and by the one that is being handled. */
    private final Map<Key, Optional<Held>> changes = new LinkedHashMap<>();

    private final Map<Key, Optional<Held>> fresh = new LinkedHashMap<>();
    private final Map<Key, Optional<Held>> read = new HashMap<>();
    private long bytes;
    private long position;

    ViewBatch(Documents documents, ViewCursor cursor) {
        this(documents, cursor, false);
    }

    private ViewBatch(Documents documents, ViewCursor cursor, boolean late) {
        this.documents = documents;
        this.cursor = cursor;
        this.late = late;
    }

    /** For events that others have overtaken. */
    static ViewBatch late(Documents documents, ViewCursor cursor) {
        return new ViewBatch(documents, cursor, true);
    }

    /** Whether a document that is ahead of an event may yet lack it. */
    boolean isLate() {
        return late;
    }

    /** The event at {@code newPosition} is being handled; what came before it is whole. */
    void enter(long newPosition) {
        if (newPosition == position) return;
        settle();
        if (bytes > MUCH) {
            cursor.apply(position, changes());
            changes.clear();
            read.clear();
            bytes = 0;
        }
        position = newPosition;
    }

    private void settle() {
        fresh.forEach(this::keep);
        fresh.clear();
    }

    /** What the event that is being handled has changed so far, it has not changed. */
    void undo() {
        fresh.clear();
    }

    /** Fails when what the event that is being handled has changed cannot be stored. */
    void prove() {
        fresh.forEach(ViewBatch::change);
    }

    /** What no engine could store is found out here: then the next batch finds out whose event it was. */
    List<Change> changes() {
        settle();
        try {
            List<Change> all = new ArrayList<>(changes.size());
            changes.forEach((key, held) -> all.add(change(key, held)));
            return all;
        } catch (RuntimeException unstorable) {
            cursor.doubt();
            throw new BatchFailure("a document cannot be stored: " + unstorable.getMessage(), unstorable);
        }
    }

    private static Change change(Key key, Optional<Held> held) {
        if (held.isEmpty()) return new Change.Remove(key.collection(), key.id());
        Held put = held.get();
        return new Change.Put(key.collection(), key.id(), put.position(), Encoding.bytes(put.body()));
    }

    Optional<Held> get(String collection, String id) {
        Key key = new Key(collection, id);
        Optional<Held> changed = latest(key).get(key);
        return changed != null
                ? changed
                : read.computeIfAbsent(
                        key,
                        unread -> held(BatchFailure.reaching(() -> documents.get(collection, id))
                                .orElse(null)));
    }

    private Map<Key, Optional<Held>> latest(Key key) {
        return fresh.containsKey(key) ? fresh : changes;
    }

    /** Reads those that were not read yet in one go. */
    void fetch(String collection, Collection<String> ids) {
        Set<String> missing = new HashSet<>();
        for (String id : ids) {
            Key key = new Key(collection, id);
            if (!latest(key).containsKey(key) && !read.containsKey(key)) missing.add(id);
        }
        if (missing.isEmpty()) return;
        Map<String, Document> found = BatchFailure.reaching(() -> documents.get(collection, missing));
        for (String id : missing) read.put(new Key(collection, id), held(found.get(id)));
    }

    /** A document never goes back: what comes late leaves it the position that it has. */
    void put(String collection, String id, BsonDocument body) {
        long held = late ? get(collection, id).map(Held::position).orElse(0L) : 0;
        replace(new Key(collection, id), Optional.of(new Held(Math.max(held, position), body)));
    }

    void remove(String collection, String id) {
        replace(new Key(collection, id), Optional.empty());
    }

    /** Whether this batch has an opinion of its own about the document. */
    boolean changed(String collection, String id) {
        Key key = new Key(collection, id);
        return latest(key).containsKey(key);
    }

    /** The ids that begin with {@code prefix} of documents that this batch has put. */
    List<String> putUnder(String collection, String prefix) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(changes, fresh)
                .forEach(all -> all.forEach((key, held) -> {
                    if (!key.collection().equals(collection) || !key.id().startsWith(prefix)) return;
                    if (held.isPresent()) found.add(key.id());
                    else found.remove(key.id());
                }));
        return List.copyOf(found);
    }

    /** A document that changes again moves to the end: an engine without transactions applies in this order. */
    private void replace(Key key, Optional<Held> now) {
        fresh.remove(key);
        fresh.put(key, now);
    }

    private void keep(Key key, Optional<Held> now) {
        Optional<Held> before = changes.remove(key);
        if (before == null) before = read.remove(key);
        if (before != null) bytes -= size(before);
        changes.put(key, now);
        bytes += size(now);
    }

    private Optional<Held> held(@Nullable Document document) {
        if (document == null) return Optional.empty();
        Optional<Held> held = Optional.of(new Held(document.position(), new RawBsonDocument(document.body())));
        bytes += size(held);
        return held;
    }

    private static long size(Optional<Held> held) {
        return held.map(document -> Encoding.size(document.body())).orElse(0L);
    }
}
