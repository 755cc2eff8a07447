package io.daybook.query.iteration;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationView;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        Map<Long, Environment> found = environments.find(keys(iterations)).stream()
                .collect(Collectors.toMap(EnvironmentDocument::iteration, EnvironmentDocument::environment));
        Set<Long> parents = parents(iterations);
        return iterations.stream()
                .map(iteration -> whole(
                        iteration,
                        found.getOrDefault(iteration.id(), Environment.NONE),
                        iteration.parentId() != null && parents.contains(iteration.parentId())
                                ? iteration.parentId()
                                : null))
                .toList();
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
