package io.daybook.http.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.daybook.http.json.AnyNumber;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Schemas of the records that bodies are read into and answers are written from, among the document's components. */
final class Shapes {

    private static final String ANY_NUMBER =
            "{\"anyOf\":[{\"type\":\"number\",\"format\":\"double\"},{\"enum\":[\"NaN\",\"Infinity\",\"-Infinity\"]}]}";

    private static final String DATE = """
            {"type":"string","pattern":"^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}\\\\.\\\\d{3}$",\
            "examples":["2026-06-23T13:07:27.104"],"description":"Local, in the server's time zone."}""";

    private static final String ASKED_DATE = """
            {"type":"string","examples":["2026-06-23T13:07:27.104"],\
            "description":"Local in the server's time zone, or with an offset; may end after any whole field."}""";

    private final Components components;

    Shapes(Components components) {
        this.components = components;
    }

    static Schema<?> parse(String json) {
        try {
            return Json31.mapper().readValue(json, Schema.class);
        } catch (JsonProcessingException misspelt) {
            throw new IllegalStateException(json, misspelt);
        }
    }

    /** Keys that are not {@link Nullable} must be there; null stands for a key that is not. */
    Schema<?> body(Class<?> type) {
        return named(type, false);
    }

    /** All keys are there, always. */
    Schema<?> answer(Class<?> type) {
        Class<?> item = type.getComponentType();
        if (item == null) return named(type, true);
        Schema<?> list = parse("{\"type\":\"array\"}");
        list.setItems(named(item, true));
        return list;
    }

    private Schema<?> named(Class<?> type, boolean answer) {
        Shape shape = type.getAnnotation(Shape.class);
        if (shape != null) {
            components.addSchemas(type.getSimpleName(), parse(shape.value()));
        } else if (components.getSchemas() == null || !components.getSchemas().containsKey(type.getSimpleName())) {
            read(type, answer);
        }
        return new Schema<>().$ref("#/components/schemas/" + type.getSimpleName());
    }

    private void read(Class<?> type, boolean answer) {
        ResolvedSchema read = ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(type));
        Schema<?> schema = Objects.requireNonNull(read.schema);
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        schema.getProperties().forEach(fields::put);
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            String name = name(component);
            Schema<?> field = field(component, name, Objects.requireNonNull(fields.get(name)), answer);
            schema.addProperty(name, optional ? nullable(field) : field);
            if (answer || !optional) required.add(name);
        }
        schema.setRequired(required);
        components.addSchemas(type.getSimpleName(), schema);
    }

    private Schema<?> field(RecordComponent component, String name, Schema<?> read, boolean answer) {
        if (component.getType() == double.class || isAnyNumber(component)) return parse(ANY_NUMBER);
        if (name.endsWith("_date") || name.equals("recorded_at") || name.equals("server_time")) {
            return parse(answer ? DATE : ASKED_DATE);
        }
        if (Record.class.isAssignableFrom(component.getType())) return named(component.getType(), answer);
        if (read.getItems() != null && read.getItems().get$ref() != null) {
            read.setItems(named(item(component), answer));
        }
        return read;
    }

    private static Class<?> item(RecordComponent list) {
        String element = list.getGenericType().getTypeName().replaceAll(".*<|>", "");
        try {
            return Class.forName(element);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(element, impossible);
        }
    }

    private static boolean isAnyNumber(RecordComponent component) {
        JsonDeserialize reader = component.getAccessor().getAnnotation(JsonDeserialize.class);
        return reader != null && reader.using() == AnyNumber.class;
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.addType("null");
        } else if (schema.getAnyOf() != null) {
            schema.addAnyOfItem(parse("{\"type\":\"null\"}"));
        }
        return schema;
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
