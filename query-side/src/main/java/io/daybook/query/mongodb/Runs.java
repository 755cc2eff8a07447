package io.daybook.query.mongodb;

import io.daybook.api.documents.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Changes as they may be written together: each of one collection, and of every document only its last change. Where
 * documents are removed, what an interruption leaves depends on the order, so only neighbours are written together;
 * otherwise all of a collection are.
 */
final class Runs {

    private Runs() {}

    static Collection<List<Change>> of(List<Change> changes) {
        Collection<Change> last = lastOfEach(changes);
        return last.stream().anyMatch(Change.Remove.class::isInstance) ? neighbours(last) : byCollection(last);
    }

    private static Collection<Change> lastOfEach(List<Change> changes) {
        record Key(String collection, String id) {}
        SequencedMap<Key, Change> last = new LinkedHashMap<>();
        for (Change change : changes) last.putLast(new Key(change.collection(), change.id()), change);
        return last.values();
    }

    private static Collection<List<Change>> neighbours(Collection<Change> changes) {
        List<List<Change>> runs = new ArrayList<>();
        for (Change change : changes) {
            if (runs.isEmpty() || !runs.getLast().getFirst().collection().equals(change.collection())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(change);
        }
        return runs;
    }

    private static Collection<List<Change>> byCollection(Collection<Change> changes) {
        Map<String, List<Change>> runs = new LinkedHashMap<>();
        for (Change change : changes) {
            runs.computeIfAbsent(change.collection(), name -> new ArrayList<>()).add(change);
        }
        return runs.values();
    }
}
