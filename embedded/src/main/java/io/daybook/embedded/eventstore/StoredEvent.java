package io.daybook.embedded.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.embedded.log.Entry;
import io.daybook.embedded.log.Place;
import io.daybook.embedded.log.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** A row as Axon reads it. */
class StoredEvent implements TrackedEventData<byte[]> {

    private final Row row;

    StoredEvent(Row row) {
        this.row = row;
    }

    /** An event of an aggregate comes back as one, any other as a plain event. */
    static StoredEvent of(Row row) {
        return row.entry().aggregateId() == null ? new StoredEvent(row) : new OfAggregate(row);
    }

    Entry entry() {
        return row.entry();
    }

    Place at() {
        return row.place();
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(row.place().position());
    }

    @Override
    public String getEventIdentifier() {
        return new String(entry().eventId(), UTF_8);
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(entry().timestamp());
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(entry().metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        byte[] revision = entry().revision();
        return new SimpleSerializedObject<>(
                entry().payload(),
                byte[].class,
                new String(entry().type(), UTF_8),
                revision == null ? null : new String(revision, UTF_8));
    }

    /** An aggregate's event, or its snapshot. */
    static final class OfAggregate extends StoredEvent implements DomainEventData<byte[]> {

        OfAggregate(Row row) {
            super(row);
        }

        /** Whether a snapshot was taken of the event at this place. */
        boolean isAt(Place place) {
            return at().position() == place.position() && Arrays.equals(at().hash(), place.hash());
        }

        @Override
        public @Nullable String getType() {
            byte[] type = entry().aggregateType();
            return type == null ? null : new String(type, UTF_8);
        }

        @Override
        public String getAggregateIdentifier() {
            return new String(Objects.requireNonNull(entry().aggregateId()), UTF_8);
        }

        @Override
        public long getSequenceNumber() {
            return Objects.requireNonNull(entry().sequence());
        }
    }
}
