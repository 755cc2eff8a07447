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
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one batch have changed so far, laid over what is stored. It lives in the batch's unit of work, so
 * that a batch that fails leaves nothing behind. Bodies are encoded once, at the end, however often they change.
 */
final class ViewBatch {

    /** Beyond so many bytes a batch is written in parts, at a border between events. */
    static final long MUCH = 32L << 20;

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /** A document in memory; its body is not altered, but replaced. */
    record Held(long position, BsonDocument body) {}

    private record Key(String collection, String id) {}

    private final Documents documents;
    private final Map<Key, Optional<Held>> changes = new LinkedHashMap<>();
    private final Map<Key, Optional<Held>> read = new HashMap<>();
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
        List<Change> all = new ArrayList<>(changes.size());
        changes.forEach((key, held) -> all.add(
                held.<Change>map(put -> new Change.Put(key.collection(), key.id(), put.position(), encoded(put.body())))
                        .orElseGet(() -> new Change.Remove(key.collection(), key.id()))));
        return all;
    }

    Optional<Held> get(String collection, String id) {
        Key key = new Key(collection, id);
        Optional<Held> changed = changes.get(key);
        return changed != null
                ? changed
                : read.computeIfAbsent(
                        key, unread -> held(documents.get(collection, id).orElse(null)));
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
        for (String id : missing) read.put(new Key(collection, id), held(found.get(id)));
    }

    void put(String collection, String id, BsonDocument body) {
        change(new Key(collection, id), Optional.of(new Held(position, body)));
    }

    void remove(String collection, String id) {
        change(new Key(collection, id), Optional.empty());
    }

    /** Whether this batch has an opinion of its own about the document. */
    boolean changed(String collection, String id) {
        return changes.containsKey(new Key(collection, id));
    }

    /** The ids that begin with {@code prefix} of documents that this batch has put. */
    List<String> putUnder(String collection, String prefix) {
        List<String> found = new ArrayList<>();
        changes.forEach((key, held) -> {
            if (held.isPresent()
                    && key.collection().equals(collection)
                    && key.id().startsWith(prefix)) found.add(key.id());
        });
        return found;
    }

    /** A document that changes again moves to the end: an engine without transactions applies in this order. */
    private void change(Key key, Optional<Held> now) {
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

    /** In documents that are large at all, what is large is binary. */
    private static long size(Optional<Held> held) {
        if (held.isEmpty()) return 0;
        BsonDocument body = held.get().body();
        if (body instanceof RawBsonDocument raw) return raw.getByteBuffer().remaining();
        long size = 0;
        for (BsonValue value : body.values()) {
            if (value.isBinary()) size += value.asBinary().getData().length;
        }
        return size;
    }

    private static byte[] encoded(BsonDocument document) {
        RawBsonDocument raw = new RawBsonDocument(document, CODEC);
        byte[] body = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(body);
        return body;
    }
}
