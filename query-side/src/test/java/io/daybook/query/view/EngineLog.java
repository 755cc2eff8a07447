package io.daybook.query.view;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.query.LogDouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** What Axon's engine in memory holds, as it would be stored. All events are of aggregates. */
final class EngineLog extends LogDouble {

    private final InMemoryEventStorageEngine engine;
    private final Serializer serializer;

    EngineLog(InMemoryEventStorageEngine engine, Serializer serializer) {
        this.engine = engine;
        this.serializer = serializer;
    }

    @Override
    public long head() {
        TrackingToken token = engine.createHeadToken();
        return token == null ? 0 : token.position().orElseThrow();
    }

    @Override
    public Stream<LoggedEvent> read(EventFilter filter) {
        return engine.readEvents(null, false)
                .map(this::stored)
                .filter(event -> event.position() > filter.after() && event.position() <= filter.upTo())
                .filter(event ->
                        filter.aggregate() == null || filter.aggregate().equals(event.aggregateId()));
    }

    private LoggedEvent stored(TrackedEventMessage<?> message) {
        DomainEventMessage<?> domain = (DomainEventMessage<?>) message;
        SerializedObject<byte[]> payload = serializer.serialize(message.getPayload(), byte[].class);
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, value.toString()));
        byte[] none = {};
        return new LoggedEvent(
                message.trackingToken().position().orElseThrow(),
                message.getIdentifier(),
                message.getTimestamp().toEpochMilli(),
                0,
                domain.getType(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                metadata,
                payload.getData(),
                none,
                none);
    }

    @Override
    public Optional<LoggedEvent> at(long position) {
        return read(new EventFilter(position - 1, position, null, Set.of())).findFirst();
    }
}
