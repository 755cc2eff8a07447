package io.daybook.query.backup.line;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is missing in a record that was read from JSON. A deserialiser leaves null what the text leaves out, and
 * nothing in the language would notice before somebody stumbles over it.
 */
public final class Gaps {

    private Gaps() {}

    /** The name of the first component that is null although its type does not say that it may be. */
    public static Optional<String> in(Object value) {
        if (value instanceof Collection<?> all) {
            return all.stream().flatMap(one -> in(one).stream()).findFirst();
        }
        return Stream.ofNullable(value.getClass().getRecordComponents())
                .flatMap(Stream::of)
                .flatMap(component -> in(value, component).stream())
                .findFirst();
    }

    private static Optional<String> in(Object owner, RecordComponent component) {
        Object value = valueOf(owner, component);
        if (value != null) return in(value);
        boolean allowed = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return allowed ? Optional.empty() : Optional.of(component.getName());
    }

    private static @Nullable Object valueOf(Object owner, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component can be read", e);
        }
    }
}
