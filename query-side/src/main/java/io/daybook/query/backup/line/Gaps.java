package io.daybook.query.backup.line;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is missing in a record that was read from JSON. A deserialiser leaves null what the text leaves out, and
 * nothing in the language would notice before somebody stumbles over it.
 */
public final class Gaps {

    /** Looked up once a class, since a log holds millions of a kind. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components == null
                    ? List.of()
                    : Arrays.stream(components).map(Part::of).toList();
        }
    };

    private record Part(String name, boolean optional, Method accessor) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component.getName(), optional, accessor);
        }

        @Nullable Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's component can be read", e);
            }
        }
    }

    private Gaps() {}

    /** The name of the first component that is null although its type does not say that it may be. */
    public static Optional<String> in(Object value) {
        return Optional.ofNullable(gap(value));
    }

    private static @Nullable String gap(Object value) {
        if (value instanceof Collection<?> all) return inAny(all);
        for (Part part : PARTS.get(value.getClass())) {
            Object held = part.of(value);
            String gap = held != null ? gap(held) : part.optional() ? null : part.name();
            if (gap != null) return gap;
        }
        return null;
    }

    private static @Nullable String inAny(Collection<?> all) {
        for (Object one : all) {
            String gap = gap(one);
            if (gap != null) return gap;
        }
        return null;
    }
}
