package io.daybook.query.past;

import io.daybook.api.log.LoggedEvent;
import io.daybook.query.view.ViewReplay;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** Makes of stored events what projections handle. */
final class Decoder {

    private final Supplier<Serializer> serializer;

    Decoder(Supplier<Serializer> serializer) {
        this.serializer = serializer;
    }

    TrackedEventMessage<?> message(LoggedEvent event) {
        return ViewReplay.at(event, serializer.get());
    }

    Object payload(LoggedEvent event) {
        return serializer
                .get()
                .<byte[], Object>deserialize(
                        new SimpleSerializedObject<>(event.payload(), byte[].class, event.type(), event.revision()));
    }
}
