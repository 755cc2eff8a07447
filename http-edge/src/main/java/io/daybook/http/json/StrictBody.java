package io.daybook.http.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.http.refusal.BadRequest;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a body into a record, taking nothing for something else: no text for a number, no number for a flag. Unknown keys
 * are passed over; a component that is not {@link Nullable} must be there. What is wrong is named by its field.
 */
public final class StrictBody {

    private static final int LONGEST_TEXT = 64 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new StrictValues.Text())
                    .addDeserializer(Long.class, new StrictValues.Whole())
                    .addDeserializer(Double.class, new StrictValues.Finite())
                    .addDeserializer(Boolean.class, new StrictValues.Flag()))
            .build();

    /** Looked up once a class: annotations of types are slow to find. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private StrictBody() {}

    public static <T extends Record> T read(byte[] body, Class<T> type) {
        if (body.length == 0) throw new BadRequest("body is empty, and so not valid JSON");
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) throw new BadRequest("the body is null, not an object");
            requireAll(value);
            return value;
        } catch (DatabindException mistyped) {
            throw new BadRequest(sentence(mistyped));
        } catch (JacksonException malformed) {
            throw new BadRequest("body " + StrictJson.unreadable(malformed));
        }
    }

    private static String sentence(DatabindException mistyped) {
        if (mistyped.getCause() instanceof BadRequest bad) return String.valueOf(bad.getMessage());
        List<Reference> path = mistyped.getPath();
        if (path.isEmpty()) return "the body is not a JSON object of the kind that is wanted here";
        String field = path.stream().map(StrictBody::step).collect(Collectors.joining());
        String wanted = mistyped.getOriginalMessage();
        return field.substring(field.startsWith(".") ? 1 : 0) + " is not "
                + (wanted.startsWith(StrictValues.WANTED)
                        ? wanted.substring(StrictValues.WANTED.length())
                        : "as it should be");
    }

    private static String step(Reference reference) {
        return reference.getPropertyName() == null
                ? "[" + reference.getIndex() + "]"
                : "." + reference.getPropertyName();
    }

    private static void requireAll(Record value) {
        for (Part part : PARTS.get(value.getClass())) {
            Object held = part.of(value);
            if (held == null && !part.optional()) throw new BadRequest(part.name() + " is missing");
            if (held instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof Record record) requireAll(record);
                    else if (element == null) throw new BadRequest(part.name() + " holds a null");
                }
            }
        }
    }

    /** A component of a record, by the name that it has in JSON. */
    private record Part(String name, boolean optional, Method accessor) {

        static Part of(RecordComponent component) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            return new Part(
                    renamed == null ? component.getName() : renamed.value(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component.getAccessor());
        }

        @Nullable Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
