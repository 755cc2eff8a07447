package io.daybook.command.bus;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;

/**
 * Whether a cached aggregate lacks events that another node has appended. It is asked of the log, so that no order in
 * which caches are filled and events come in can leave something stale that counts.
 */
public final class Staleness implements BiPredicate<Object, Object> {

    private final Function<String, Optional<Long>> lastSequence;

    /** @param lastSequence of an aggregate, in the log as this node knows it */
    public Staleness(Function<String, Optional<Long>> lastSequence) {
        this.lastSequence = lastSequence;
    }

    @Override
    public boolean test(Object aggregate, Object entry) {
        if (!(entry instanceof AggregateCacheEntry<?> kept)) return true;
        Long version = kept.recreateAggregate(null, null, NoSnapshotTriggerDefinition.INSTANCE)
                .version();
        return version == null || !lastSequence.apply(aggregate.toString()).equals(Optional.of(version));
    }
}
