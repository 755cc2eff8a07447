package io.daybook.server.event;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.daybook.api.message.StoredType;
import io.daybook.command.iteration.Iteration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * JSON under registered names: what is stored never names a Java class, and no name in what is stored can make the
 * server load one.
 */
public final class StoredTypeSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    private StoredTypeSerializer(Builder builder, Map<SerializedType, Class<?>> registered) {
        super(builder);
        classes = new HashMap<>();
        registered.forEach((stored, type) -> {
            classes.put(stored.getName(), type);
            types.put(type, stored);
        });
    }

    /** For events, by {@link StoredType}. */
    public static StoredTypeSerializer forEvents() {
        Map<SerializedType, Class<?>> registered = new HashMap<>();
        Arrays.stream(StoredType.values())
                .forEach(stored ->
                        registered.put(new SimpleSerializedType(stored.name(), stored.revision()), stored.type()));
        return new StoredTypeSerializer(builder(), registered);
    }

    /** For snapshots: the fields of the aggregates that take them. */
    public static StoredTypeSerializer forSnapshots() {
        Builder fields = builder().jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultVisibility(visible ->
                        visible.withVisibility(com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                                .withFieldVisibility(Visibility.ANY))
                .addModule(BitmapJson.module()));
        return new StoredTypeSerializer(fields, Map.of(new SimpleSerializedType("Iteration", "2"), Iteration.class));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) return Void.class;
        return classes.getOrDefault(type.getName(), UnknownSerializedType.class);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == void.class || type == Void.class) return SerializedType.emptyType();
        SerializedType stored = types.get(type);
        if (stored == null) throw new IllegalArgumentException(type.getName() + " has no stored name");
        return stored;
    }
}
