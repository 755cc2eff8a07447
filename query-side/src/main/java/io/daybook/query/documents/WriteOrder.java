package io.daybook.query.documents;

import io.daybook.api.documents.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which portions an engine without transactions applies changes, so that it may be interrupted anywhere. What is put
 * is gathered by collection, in the order of their first changes, since what refers to others comes after them there.
 * What is removed keeps its order strictly: it begins with what makes a thing known, and ends with what leads to it.
 */
public final class WriteOrder {

    private final List<Portion> portions = new ArrayList<>();
    private final Map<String, Map<String, Change>> puts = new LinkedHashMap<>();

    private WriteOrder() {}

    /** Changes of one collection, each of another document, in any order. */
    public record Portion(String collection, List<Change> changes) {}

    public static List<Portion> portions(List<Change> changes) {
        WriteOrder order = new WriteOrder();
        changes.forEach(order::add);
        order.closePuts();
        return order.portions;
    }

    private void add(Change change) {
        switch (change) {
            case Change.Put put ->
                puts.computeIfAbsent(put.collection(), name -> new LinkedHashMap<>())
                        .put(put.id(), put);
            case Change.Remove remove -> {
                closePuts();
                if (portions.isEmpty() || !isOfRemovals(portions.getLast(), remove.collection())) {
                    portions.add(new Portion(remove.collection(), new ArrayList<>()));
                }
                portions.getLast().changes().add(remove);
            }
        }
    }

    private static boolean isOfRemovals(Portion portion, String collection) {
        return portion.collection().equals(collection) && portion.changes().getFirst() instanceof Change.Remove;
    }

    private void closePuts() {
        puts.forEach((collection, last) -> portions.add(new Portion(collection, List.copyOf(last.values()))));
        puts.clear();
    }
}
