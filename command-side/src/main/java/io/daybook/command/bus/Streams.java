package io.daybook.command.bus;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Single events of an aggregate, read without its lock and without its snapshot. */
public final class Streams {

    private Streams() {}

    /** The event that the aggregate began with. */
    public static Optional<DomainEventMessage<?>> first(EventStore events, String aggregateId) {
        return at(events, aggregateId, 0);
    }

    public static Optional<DomainEventMessage<?>> last(EventStore events, String aggregateId) {
        return events.lastSequenceNumberFor(aggregateId).flatMap(last -> at(events, aggregateId, last));
    }

    private static Optional<DomainEventMessage<?>> at(EventStore events, String aggregateId, long sequence) {
        var stream = events.readEvents(aggregateId, sequence);
        return stream.hasNext() ? Optional.of(stream.next()) : Optional.empty();
    }
}
