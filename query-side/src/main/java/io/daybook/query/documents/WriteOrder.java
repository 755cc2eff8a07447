package io.daybook.query.documents;

import io.daybook.api.documents.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which portions an engine without transactions applies changes, so that it may be interrupted anywhere. What is put
 * is gathered by collection, in an order in which no event's documents change places: what refers to others comes after
 * them. What is removed keeps its order strictly: it begins with what makes a thing known, and ends with what leads to it.
 */
public final class WriteOrder {

    private final List<Portion> portions = new ArrayList<>();
    private final Map<String, Map<String, Change.Put>> puts = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private long event = -1;
    private String latest = "";

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
            case Change.Put put -> add(put);
            case Change.Remove remove -> {
                closePuts();
                if (portions.isEmpty() || !isOfRemovals(portions.getLast(), remove.collection())) {
                    portions.add(new Portion(remove.collection(), new ArrayList<>()));
                }
                portions.getLast().changes().add(remove);
            }
        }
    }

    private void add(Change.Put put) {
        if (put.position() == event && !put.collection().equals(latest)) {
            if (leads(put.collection(), latest)) closePuts();
            else
                before.computeIfAbsent(put.collection(), none -> new HashSet<>())
                        .add(latest);
        }
        event = put.position();
        latest = put.collection();
        puts.computeIfAbsent(latest, none -> new LinkedHashMap<>()).put(put.id(), put);
    }

    /** Whether {@code one} has to come before {@code other}. */
    private boolean leads(String one, String other) {
        Set<String> those = before.getOrDefault(other, Set.of());
        return those.contains(one) || those.stream().anyMatch(between -> leads(one, between));
    }

    private static boolean isOfRemovals(Portion portion, String collection) {
        return portion.collection().equals(collection) && portion.changes().getFirst() instanceof Change.Remove;
    }

    private void closePuts() {
        List<String> collections = List.copyOf(puts.keySet());
        collections.forEach(this::close);
        before.clear();
        event = -1;
    }

    private void close(String collection) {
        for (String earlier : before.getOrDefault(collection, Set.of())) close(earlier);
        Map<String, Change.Put> all = puts.remove(collection);
        if (all != null) portions.add(new Portion(collection, List.copyOf(all.values())));
    }
}
