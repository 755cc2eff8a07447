package io.daybook.query.iteration;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationView;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds to iterations what lies elsewhere: their environments, and whether their parents are still there. */
final class IterationShape {

    private final Shelf<EnvironmentDocument> environments;
    private final Shelf<Long> ids;

    IterationShape(Documents documents) {
        this.environments = new Shelf<>(documents, Iterations.ENVIRONMENT, EnvironmentDocument::in);
        this.ids = new Shelf<>(documents, Iterations.ITERATION, stored -> stored.number("id"));
    }

    List<IterationView> whole(List<IterationView> iterations) {
        Map<Long, Environment> found = new HashMap<>();
        for (EnvironmentDocument each : environments.find(keys(iterations))) {
            found.put(each.iteration(), each.environment());
        }
        Set<Long> parents = parents(iterations);
        List<IterationView> whole = new ArrayList<>(iterations.size());
        for (IterationView bare : iterations) {
            Long parent = bare.parentId();
            whole.add(whole(
                    bare,
                    found.getOrDefault(bare.id(), Environment.NONE),
                    parent != null && parents.contains(parent) ? parent : null));
        }
        return whole;
    }

    private Set<Long> parents(List<IterationView> iterations) {
        List<String> wanted = iterations.stream()
                .map(IterationView::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .map(Key::of)
                .toList();
        return Set.copyOf(ids.find(wanted));
    }

    private static List<String> keys(List<IterationView> iterations) {
        return iterations.stream().map(iteration -> Key.of(iteration.id())).toList();
    }

    private static IterationView whole(IterationView bare, Environment environment, @Nullable Long parent) {
        return new IterationView(
                bare.id(),
                bare.experimentId(),
                bare.notes(),
                bare.createdDate(),
                bare.endDate(),
                parent,
                bare.status(),
                bare.errorMessage(),
                environment);
    }
}
