package io.daybook.query.backup;

import io.daybook.api.message.StoredType;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Events as JSON under their registered names. */
public final class StoredEvents extends Jackson3Serializer {

    public StoredEvents() {
        super(Jackson3Serializer.builder());
    }

    public static StoredType typeOf(Class<?> event) {
        for (StoredType type : StoredType.values()) if (type.type() == event) return type;
        throw new AssertionError(event + " is not registered");
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class event) {
        StoredType type = typeOf(event);
        return new SimpleSerializedType(type.name(), type.revision());
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return StoredType.valueOf(type.getName()).type().getName();
    }
}
