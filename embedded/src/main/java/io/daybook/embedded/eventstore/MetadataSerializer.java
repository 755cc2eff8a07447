package io.daybook.embedded.eventstore;

import io.daybook.embedded.log.Metadata;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Reads metadata in the log's own form, whatever form the serializer gives to payloads. */
final class MetadataSerializer implements Serializer {

    private final Serializer payloads;

    MetadataSerializer(Serializer payloads) {
        this.payloads = payloads;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        return payloads.serialize(object, representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return payloads.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as declared by Axon
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (isMetadata(serialized.getType()) && serialized.getData() instanceof byte[] stored) {
            return (T) MetaData.from(Metadata.decode(stored));
        }
        return payloads.deserialize(serialized);
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public Class classForType(SerializedType type) {
        return isMetadata(type) ? MetaData.class : payloads.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(@Nullable Class type) {
        return payloads.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return payloads.getConverter();
    }

    private static boolean isMetadata(SerializedType type) {
        return MetaData.class.getName().equals(type.getName());
    }
}
