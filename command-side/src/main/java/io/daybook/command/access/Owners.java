package io.daybook.command.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.message.StoredType;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceEvent.ResourceDeleted;
import io.daybook.command.bus.Folded;
import io.daybook.command.bus.Streams;
import io.daybook.command.experiment.Containers;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Where experiments, iterations, resources and models belong: told by the first event of each, read without a lock. A
 * bounded cache suffices, since nothing ever moves.
 */
public final class Owners implements Folded {

    private static final Set<Class<?>> ENDS = Set.of(IterationDeleted.class, ResourceDeleted.class, ModelDeleted.class);

    private final EventStore events;
    private final Containers containers;
    private final Cache<String, Owner> known;

    public Owners(EventStore events, Containers containers, int cached) {
        this.events = events;
        this.containers = containers;
        this.known = Caffeine.newBuilder().maximumSize(cached).build();
    }

    /** Empty when there is no such thing, or it is gone, be it with its experiment or project. */
    @SuppressWarnings("NullAway") // the cache's signature does not say that null means "do not keep"
    public Optional<Owner> of(String aggregateId) {
        return Optional.ofNullable(known.get(aggregateId, this::read)).filter(this::isThere);
    }

    private boolean isThere(Owner owner) {
        Long experiment = owner.experiment();
        return experiment == null
                ? !containers.projectIsGone(owner.project())
                : !containers.experimentIsGone(owner.project(), experiment);
    }

    /** What is not there is not remembered: it may come, or be gone for good and asked for rarely. */
    private @Nullable Owner read(String aggregateId) {
        Optional<Owner> owner = Streams.first(events, aggregateId).flatMap(Owners::from);
        boolean gone = owner.isPresent()
                && Streams.last(events, aggregateId)
                        .filter(last -> ENDS.contains(last.getPayloadType()))
                        .isPresent();
        return gone ? null : owner.orElse(null);
    }

    private static Optional<Owner> from(DomainEventMessage<?> birth) {
        return Optional.ofNullable(
                switch (birth.getPayload()) {
                    case ExperimentCreated created -> new Owner(created.projectId(), created.experimentId());
                    case RestoreBegun begun -> new Owner(begun.projectId(), begun.experimentId());
                    case IterationCreated created -> new Owner(created.projectId(), created.experimentId());
                    case ResourceCreated created -> new Owner(created.projectId(), created.experimentId());
                    case ModelCreated created -> new Owner(created.projectId(), null);
                    default -> null;
                });
    }

    @Override
    public Set<StoredType> folds() {
        return Set.of(StoredType.IterationDeleted, StoredType.ResourceDeleted, StoredType.ModelDeleted);
    }

    /** Waits for a look-up of the same thing that is under way, so that none puts back what is gone. */
    @Override
    public void fold(Object event) {
        switch (event) {
            case IterationDeleted deleted -> known.invalidate("iteration-" + deleted.iterationId());
            case ResourceDeleted deleted -> known.invalidate("resource-" + deleted.resourceId());
            case ModelDeleted deleted -> known.invalidate("model-" + deleted.modelId());
            default -> {}
        }
    }
}
