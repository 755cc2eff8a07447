package io.daybook.command.experiment;

import io.daybook.api.model.ModelVersionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which model versions point at the things of one kind that lie in an experiment. */
final class Pins {

    /** Model versions by what they point at. */
    private final Map<Long, Set<Long>> versions = new HashMap<>();

    void add(long thing, long modelVersion) {
        versions.computeIfAbsent(thing, any -> new HashSet<>()).add(modelVersion);
    }

    void remove(long thing, long modelVersion) {
        versions.computeIfPresent(thing, (any, pointing) -> {
            pointing.remove(modelVersion);
            return pointing.isEmpty() ? null : pointing;
        });
    }

    boolean has(long thing, long modelVersion) {
        return versions.getOrDefault(thing, Set.of()).contains(modelVersion);
    }

    /** A model that was deleted let go of everything without an event here. */
    boolean hold(long thing, Containers containers) {
        return versions.getOrDefault(thing, Set.of()).stream().anyMatch(version -> counts(version, containers));
    }

    boolean holdAny(Containers containers) {
        return versions.keySet().stream().anyMatch(thing -> hold(thing, containers));
    }

    private static boolean counts(long version, Containers containers) {
        return !containers.modelIsGone(new ModelVersionId(version).model().value());
    }
}
