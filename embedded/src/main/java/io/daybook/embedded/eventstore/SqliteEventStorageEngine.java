package io.daybook.embedded.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.axonframework.common.BuilderUtils.assertNonNull;

import io.daybook.api.message.Meta;
import io.daybook.embedded.eventstore.Append.Outcome;
import io.daybook.embedded.log.Chain;
import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.Metadata;
import io.daybook.embedded.log.Place;
import io.daybook.embedded.log.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's engine on the log. An append returns when it is durable, and leaves the position of its last event (a
 * {@link Long}) in the unit of work, under {@link Meta#ANSWERED_AT}. Metadata values are strings.
 */
public final class SqliteEventStorageEngine extends BatchingEventStorageEngine {

    private static final Logger logger = LoggerFactory.getLogger(SqliteEventStorageEngine.class);

    private static final Place NOT_IN_LOG = new Place(0, 0, new byte[0]);

    private final SqliteLog log;

    private SqliteEventStorageEngine(Builder builder, SqliteLog log) {
        super(builder);
        this.log = log;
    }

    public static Builder builder(SqliteLog log) {
        return new Builder(log);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) return;
        var entries = new ArrayList<Entry>(events.size());
        for (EventMessage<?> event : events) entries.add(entry(event, serializer));
        switch (log.append(entries)) {
            case Outcome.Appended(long position) -> {
                remember(events, entries, position);
                CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(Meta.ANSWERED_AT, position));
            }
            case Outcome.Refused(int index, var cause) -> handlePersistenceException(cause, events.get(index));
            case Outcome.Failed(var cause) -> throw new StoreUnavailable("not written: " + cause.getMessage(), cause);
        }
    }

    private void remember(List<? extends EventMessage<?>> events, List<Entry> entries, long last) {
        for (int i = 0; i < events.size(); i++) {
            log.recent()
                    .keep(
                            last - events.size() + 1 + i,
                            events.get(i),
                            entries.get(i).payload().length);
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken token, int batchSize) {
        return log.page(positionOf(token)).stream()
                .limit(batchSize)
                .map(StoredEvent::of)
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregate, long from, int batchSize) {
        return log.ofAggregate(aggregate, from, batchSize).stream()
                .map(StoredEvent.OfAggregate::new)
                .toList();
    }

    /** A batch may end early, since it is bounded by bytes too. */
    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return true;
    }

    /** Never fails: what cannot be kept as a snapshot is read from the log. */
    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try {
            Place place = log.placeOf(snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber())
                    .orElse(NOT_IN_LOG);
            log.snapshots().store(new Row(place, entry(snapshot, serializer)));
        } catch (StoreUnavailable e) {
            logger.warn("no snapshot of {} was stored", snapshot.getAggregateIdentifier(), e);
        }
    }

    /** A snapshot that cannot be deserialised is refused here, where the events can still be read instead. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return super.readSnapshot(aggregate).filter(snapshot -> snapshot.getPayload() != null);
    }

    /** A snapshot of another history than the log's is none. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        byte[] id = aggregate.getBytes(UTF_8);
        Optional<StoredEvent.OfAggregate> found = log.snapshots().find(id).map(StoredEvent.OfAggregate::new);
        if (found.isEmpty()) return Stream.empty();
        StoredEvent.OfAggregate snapshot = found.get();
        Place place = log.placeOf(aggregate, snapshot.getSequenceNumber()).orElse(NOT_IN_LOG);
        if (snapshot.isAt(place)) return Stream.of(snapshot);
        log.snapshots().forget(id);
        return Stream.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return log.lastSequence(aggregate);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(log.before(instant));
    }

    SqliteLog log() {
        return log;
    }

    Recent recent() {
        return log.recent();
    }

    List<TrackedEventMessage<?>> messages(List<Row> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        rows.stream().map(StoredEvent::of), getEventSerializer(), upcasterChain)
                .toList();
    }

    static long positionOf(@Nullable TrackingToken token) {
        if (token == null) return 0;
        if (token instanceof GlobalSequenceTrackingToken sequence) return sequence.getGlobalIndex();
        throw new IllegalArgumentException("not a token of this event store: " + token);
    }

    private static Entry entry(EventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, byte[].class);
        var domain = event instanceof DomainEventMessage<?> message ? message : null;
        return new Entry(
                event.getIdentifier().getBytes(UTF_8),
                event.getTimestamp().toEpochMilli(),
                domain == null ? null : utf8(domain.getType()),
                domain == null ? null : utf8(domain.getAggregateIdentifier()),
                domain == null ? null : domain.getSequenceNumber(),
                payload.getType().getName().getBytes(UTF_8),
                utf8(payload.getType().getRevision()),
                Metadata.encode(event.getMetaData()),
                Chain.sha256(payload.getData()),
                payload.getData());
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    /** In Axon's manner. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final SqliteLog log;

        private Builder(SqliteLog log) {
            this.log = log;
            persistenceExceptionResolver(new SqliteExceptionResolver());
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(new MetadataSerializer(eventSerializer));
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(new MetadataSerializer(snapshotSerializer));
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        public SqliteEventStorageEngine build() {
            assertNonNull(log, "The log is a hard requirement");
            return new SqliteEventStorageEngine(this, log);
        }
    }
}
