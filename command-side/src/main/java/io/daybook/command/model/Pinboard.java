package io.daybook.command.model;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceId;
import io.daybook.command.access.Owner;
import io.daybook.command.access.Owners;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Experiment;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The pins by which what versions point at cannot be deleted. They stick to experiments, which are locked in the order
 * of their ids; iterations and resources are not locked, since their deletion asks their experiment first.
 */
public final class Pinboard {

    private final Repository<Experiment> experiments;
    private final Owners owners;

    public Pinboard(Repository<Experiment> experiments, Owners owners) {
        this.experiments = experiments;
        this.owners = owners;
    }

    /** For what a version that is to come points at. */
    void pin(long version, IterationId iteration, @Nullable ResourceId resource, long project) {
        requireIn(project, iteration, resource);
        lock(of(iteration), resource == null ? Optional.empty() : of(resource));
        // It may have been deleted while its experiment was somebody else's.
        requireIn(project, iteration, resource);
        at(of(iteration), it -> it.pinIteration(iteration.value(), version));
        if (resource != null) at(of(resource), it -> it.pinResource(resource.value(), version));
    }

    /** For a version that points at another resource from now on. */
    void repin(long version, @Nullable ResourceId old, ResourceId next, long project) {
        requireIn(project, next, Refusal.UNKNOWN_RESOURCE);
        lock(old == null ? Optional.empty() : of(old), of(next));
        requireIn(project, next, Refusal.UNKNOWN_RESOURCE);
        if (old != null) at(of(old), it -> it.unpinResource(old.value(), version));
        at(of(next), it -> it.pinResource(next.value(), version));
    }

    /** For a version that goes. */
    void unpin(long version, IterationId iteration, @Nullable ResourceId resource) {
        lock(of(iteration), resource == null ? Optional.empty() : of(resource));
        at(of(iteration), it -> it.unpinIteration(iteration.value(), version));
        if (resource != null) at(of(resource), it -> it.unpinResource(resource.value(), version));
    }

    private void requireIn(long project, IterationId iteration, @Nullable ResourceId resource) {
        requireIn(project, iteration, Refusal.UNKNOWN_ITERATION);
        if (resource != null) requireIn(project, resource, Refusal.UNKNOWN_RESOURCE);
    }

    private void requireIn(long project, Object thing, Refusal unknown) {
        // told by the field, which the caller has sent together with others
        String field = unknown == Refusal.UNKNOWN_RESOURCE ? "resource_id" : "iteration_id";
        Owner owner = of(thing).orElseThrow(() -> Refuse.command(unknown, field + ": there is no " + thing));
        if (owner.project() != project) {
            throw Refuse.command(Refusal.IN_OTHER_PROJECT, field + ": " + thing + " is not in the model's project");
        }
    }

    private Optional<Owner> of(Object thing) {
        return owners.of(thing.toString());
    }

    private void lock(Optional<Owner> one, Optional<Owner> other) {
        Stream.of(one, other)
                .flatMap(Optional::stream)
                .map(Owner::experiment)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(experiment -> experiments.load("experiment-" + experiment));
    }

    private void at(Optional<Owner> owner, Consumer<Experiment> change) {
        owner.ifPresent(it -> experiments.load("experiment-" + it.experiment()).execute(change));
    }
}
