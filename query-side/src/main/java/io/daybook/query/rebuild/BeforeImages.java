package io.daybook.query.rebuild;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.documents.Utf8Order;
import io.daybook.query.view.Witness;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents of a live view as they were when somebody began to look at them, kept when they change. So a view is read as
 * of one position, while it goes on. What has been read is not kept any more, nor more than a certain number of bytes.
 */
final class BeforeImages implements Witness {

    /** A document, or that there was none, with its id and what leads to it. */
    private static final long OVERHEAD = 200;

    private final Documents live;
    private final long most;
    private final Map<String, NavigableMap<String, Optional<byte[]>>> images = new HashMap<>();
    private long bytes;
    private long since;
    private boolean lost;
    private String collection = "";
    private String from = "";

    BeforeImages(Documents live, long most) {
        this.live = live;
        this.most = most;
    }

    /** The view stands at {@code position}: that is what is going to be read. */
    synchronized void since(long position) {
        since = position;
    }

    @Override
    public synchronized void before(List<Change> changes) {
        if (lost) return;
        Map<String, Set<String>> unseen = new HashMap<>();
        for (Change change : changes) {
            if (isRead(change.collection(), change.id())
                    || of(change.collection()).containsKey(change.id())) continue;
            unseen.computeIfAbsent(change.collection(), none -> new HashSet<>()).add(change.id());
        }
        unseen.forEach(this::keep);
        if (bytes > most) lose();
    }

    @Override
    public synchronized void begins(long position) {
        if (position < since) lose();
    }

    private void keep(String changed, Set<String> ids) {
        Map<String, Document> found = live.get(changed, ids);
        for (String id : ids) {
            Document document = found.get(id);
            byte @Nullable [] body = document == null ? null : document.body();
            of(changed).put(id, Optional.ofNullable(body));
            bytes += size(id, body);
        }
    }

    private void lose() {
        lost = true;
        images.clear();
    }

    /** Whether what was read is not of one position, since too much has changed, or all. */
    synchronized boolean isLost() {
        return lost;
    }

    /** Those of a part of a collection that has been read just now, in order; it is not going to be read again. */
    synchronized NavigableMap<String, Optional<byte[]>> take(String part, String begin, @Nullable String end) {
        collection = part;
        from = end == null ? "\uDBFF\uDFFF" : end;
        NavigableMap<String, Optional<byte[]>> all = of(part);
        NavigableMap<String, Optional<byte[]>> here =
                end == null ? all.tailMap(begin, true) : all.subMap(begin, true, end, false);
        NavigableMap<String, Optional<byte[]>> taken = new TreeMap<>(Utf8Order.INSTANCE);
        taken.putAll(here);
        taken.forEach((id, body) -> bytes -= size(id, body.orElse(null)));
        here.clear();
        return taken;
    }

    /** Collections are read in the order of their names. */
    private boolean isRead(String changed, String id) {
        int order = changed.compareTo(collection);
        return order < 0 || (order == 0 && Utf8Order.INSTANCE.compare(id, from) < 0);
    }

    private NavigableMap<String, Optional<byte[]>> of(String name) {
        return images.computeIfAbsent(name, none -> new TreeMap<>(Utf8Order.INSTANCE));
    }

    private static long size(String id, byte @Nullable [] body) {
        return OVERHEAD + id.length() + (body == null ? 0 : body.length);
    }
}
