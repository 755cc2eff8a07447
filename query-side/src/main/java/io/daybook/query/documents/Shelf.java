package io.daybook.query.documents;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads documents of one collection.
 *
 * @param <T> what one of them says
 */
public final class Shelf<T> {

    private static final int PAGE = 500;

    private final Documents documents;
    private final String collection;
    private final Function<Fields, T> shape;

    public Shelf(Documents documents, String collection, Function<Fields, T> shape) {
        this.documents = documents;
        this.collection = collection;
        this.shape = shape;
    }

    public Optional<T> find(String id) {
        return documents.get(collection, id).map(this::read);
    }

    /** In the order of {@code ids}; those that are gone are left out. */
    public List<T> find(Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        Map<String, Document> found = documents.get(collection, ids);
        List<T> all = new ArrayList<>(found.size());
        for (String id : ids) {
            Document document = found.get(id);
            if (document != null) all.add(read(document));
        }
        return all;
    }

    /** Those whose ids begin with {@code prefix}, in the order of their ids. */
    public List<T> under(String prefix) {
        return inside(Range.under(prefix, PAGE));
    }

    /** All of the collection, whose ids are numbers. */
    public List<T> all() {
        return inside(new Range("0", ":", PAGE, false));
    }

    private List<T> inside(Range whole) {
        List<T> all = new ArrayList<>();
        Range range = whole;
        List<Document> page;
        do {
            page = documents.range(collection, range);
            for (Document document : page) all.add(read(document));
            if (!page.isEmpty()) range = new Range(page.getLast().id() + '\0', range.to(), PAGE, false);
        } while (page.size() == PAGE);
        return all;
    }

    private T read(Document document) {
        return shape.apply(new Packed(document));
    }
}
