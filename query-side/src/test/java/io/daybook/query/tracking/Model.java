package io.daybook.query.tracking;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What there is, in plain maps: the parent of each thing that is there. */
final class Model {

    enum Kind {
        USER,
        PROJECT,
        EXPERIMENT,
        ITERATION,
        PARAMETER,
        RESOURCE,
        TAG,
        MODEL,
        VERSION
    }

    private static final Map<Kind, List<Kind>> BELOW = Map.of(
            Kind.PROJECT, List.of(Kind.EXPERIMENT, Kind.MODEL),
            Kind.EXPERIMENT, List.of(Kind.ITERATION, Kind.RESOURCE),
            Kind.ITERATION, List.of(Kind.PARAMETER),
            Kind.MODEL, List.of(Kind.VERSION));

    private final Map<Kind, NavigableMap<Long, Long>> there = new EnumMap<>(Kind.class);
    final Set<Long> unlisted = new HashSet<>();
    final Map<Long, Long> parents = new TreeMap<>();

    Model() {
        for (Kind kind : Kind.values()) there.put(kind, new TreeMap<>());
    }

    /** Nothing comes into what is gone. */
    void add(Kind kind, long id, Kind in, long parent) {
        if (has(in, parent)) of(kind).put(id, parent);
    }

    void add(Kind kind, long id) {
        of(kind).put(id, 0L);
    }

    void remove(Kind kind, long id) {
        of(kind).remove(id);
        for (Kind below : BELOW.getOrDefault(kind, List.of())) {
            for (long child : in(below, id)) remove(below, child);
        }
    }

    boolean has(Kind kind, long id) {
        return of(kind).containsKey(id);
    }

    /** In order. */
    Set<Long> in(Kind kind, long parent) {
        Set<Long> found = new TreeSet<>();
        of(kind).forEach((id, its) -> {
            if (its == parent) found.add(id);
        });
        return found;
    }

    /** What is there, and not in an experiment that is being restored. */
    boolean shows(Kind kind, long id) {
        if (!has(kind, id)) return false;
        long parent = of(kind).getOrDefault(id, 0L);
        return switch (kind) {
            case EXPERIMENT -> !unlisted.contains(id);
            case ITERATION, RESOURCE -> shows(Kind.EXPERIMENT, parent);
            case PARAMETER -> shows(Kind.ITERATION, parent);
            default -> true;
        };
    }

    /** Direct children of an iteration that shows. */
    List<Long> children(long parent) {
        if (!shows(Kind.ITERATION, parent)) return List.of();
        return parents.entrySet().stream()
                .filter(child -> child.getValue() == parent && shows(Kind.ITERATION, child.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private NavigableMap<Long, Long> of(Kind kind) {
        return there.computeIfAbsent(kind, none -> new TreeMap<>());
    }
}
