package io.daybook.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.api.log.SharedEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as Axon Server keeps them: what is missing is an empty text there, and nothing of ours is ever empty. */
final class Codec {

    private Codec() {}

    static Event encoded(SharedEvent event) {
        Event.Builder encoded = Event.newBuilder()
                .setMessageIdentifier(event.id())
                .setTimestamp(event.timestamp())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.type())
                        .setRevision(text(event.revision()))
                        .setData(ByteString.copyFrom(event.payload())));
        Long sequence = event.sequence();
        if (sequence != null) {
            encoded.setAggregateType(text(event.aggregateType()))
                    .setAggregateIdentifier(text(event.aggregateId()))
                    .setAggregateSequenceNumber(sequence);
        }
        event.metadata()
                .forEach((key, value) -> encoded.putMetaData(
                        key, MetaDataValue.newBuilder().setTextValue(value).build()));
        return encoded.build();
    }

    static SharedEvent decoded(Event event) {
        SerializedObject payload = event.getPayload();
        boolean ofAggregate = !event.getAggregateType().isEmpty();
        return new SharedEvent(
                event.getMessageIdentifier(),
                event.getTimestamp(),
                orNull(event.getAggregateType()),
                ofAggregate ? orNull(event.getAggregateIdentifier()) : null,
                ofAggregate ? event.getAggregateSequenceNumber() : null,
                payload.getType(),
                orNull(payload.getRevision()),
                metadata(event.getMetaDataMap()),
                payload.getData().toByteArray());
    }

    private static Map<String, String> metadata(Map<String, MetaDataValue> values) {
        Map<String, String> metadata = new TreeMap<>();
        values.forEach((key, value) -> metadata.put(key, value(value)));
        return metadata;
    }

    /** Daybook's are texts; what another program wrote here is told apart from them. */
    private static String value(MetaDataValue value) {
        return value.getDataCase() == MetaDataValue.DataCase.TEXT_VALUE
                ? value.getTextValue()
                : value.toString().strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
