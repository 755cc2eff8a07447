package io.daybook.query.rebuild;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.query.documents.Utf8Order;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The documents of a collection in the order of their ids, a few at a time. */
final class Walk {

    /** Some views hold documents of a megabyte. */
    private static final int PAGE = 32;

    /** No id begins with the last character there is. */
    private static final String END = "\uDBFF\uDFFF";

    private final Documents documents;
    private final String collection;
    private final @Nullable BeforeImages images;
    private final Deque<Entry> page = new ArrayDeque<>();
    private String from = "";
    private boolean ended;

    record Entry(String id, byte[] body) {}

    /** @param images what the documents were before they changed under way; null when nobody changes them */
    Walk(Documents documents, String collection, @Nullable BeforeImages images) {
        this.documents = documents;
        this.collection = collection;
        this.images = images;
    }

    /** Null at the end. */
    @Nullable Entry peek() {
        while (page.isEmpty() && !ended) load();
        return page.peekFirst();
    }

    void pass() {
        page.removeFirst();
    }

    private void load() {
        List<Document> found = documents.range(collection, new Range(from, END, PAGE, false));
        ended = found.size() < PAGE;
        String end = ended ? null : found.getLast().id() + '\0';
        NavigableMap<String, byte[]> here = new TreeMap<>(Utf8Order.INSTANCE);
        for (Document document : found) here.put(document.id(), document.body());
        // looked up after the documents were read: what had changed by then was kept before
        if (images != null) images.take(collection, from, end).forEach((id, body) -> put(here, id, body));
        here.forEach((id, body) -> page.addLast(new Entry(id, body)));
        if (end != null) from = end;
    }

    private static void put(NavigableMap<String, byte[]> here, String id, Optional<byte[]> body) {
        if (body.isPresent()) here.put(id, body.get());
        else here.remove(id);
    }
}
