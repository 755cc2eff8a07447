package io.daybook.query.backup;

import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import io.daybook.query.backup.zip.BrokenArchive;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A stored event as one line of JSON. The payload stands in it byte for byte as the log has it. */
record EventLine(long position, String aggregate, long sequence, Object event) {

    /** A longer line is refused, since a line is held in memory. */
    static final int LONGEST = 64 << 20;

    /** ASCII only, since a name may hold half a surrogate pair, which UTF-8 has no bytes for. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final String PAYLOAD = "payload";

    static byte[] of(LoggedEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(event.payload().length + 512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeNumberProperty("position", event.position());
            json.writeStringProperty("id", event.id());
            json.writeNumberProperty("timestamp", event.timestamp());
            writeAggregate(event, json);
            json.writeStringProperty("type", event.type());
            json.writeStringProperty("revision", event.revision());
            writeMetadata(event, json);
            json.writeName(PAYLOAD);
            json.writeRawValue(oneLine(event.payload()));
            json.writeStringProperty("hash", HexFormat.of().formatHex(event.hash()));
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void writeAggregate(LoggedEvent event, JsonGenerator json) {
        json.writeStringProperty("aggregate_type", event.aggregateType());
        json.writeStringProperty("aggregate_id", event.aggregateId());
        json.writeName("sequence");
        if (event.sequence() == null) json.writeNull();
        else json.writeNumber(event.sequence());
    }

    private static void writeMetadata(LoggedEvent event, JsonGenerator json) {
        json.writeObjectPropertyStart("metadata");
        new TreeMap<>(event.metadata()).forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /** Line breaks can only stand between tokens of JSON, where a space means the same. */
    private static String oneLine(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
    }

    static EventLine parse(byte[] line, Serializer events) throws BrokenArchive {
        Map<String, String> fields = new HashMap<>();
        byte[] payload;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            payload = readFields(json, line, fields);
        } catch (JacksonException e) {
            throw new BrokenArchive("is not JSON");
        }
        StoredType type = type(fields);
        return new EventLine(
                number(fields, "position"),
                text(fields, "aggregate_id"),
                number(fields, "sequence"),
                event(type, payload, events));
    }

    /** Fills {@code fields} with what is not an object, and returns the payload as it stands in the line. */
    private static byte[] readFields(JsonParser json, byte[] line, Map<String, String> fields) throws BrokenArchive {
        byte[] payload = null;
        if (json.nextToken() != JsonToken.START_OBJECT) throw new BrokenArchive("is not a JSON object");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) fields.put(name, json.getString());
            int from = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            int to = (int) json.currentLocation().getByteOffset();
            if (from < 0) throw new BrokenArchive("is not UTF-8");
            if (name.equals(PAYLOAD) && value == JsonToken.START_OBJECT) payload = Arrays.copyOfRange(line, from, to);
        }
        if (json.nextToken() != null) throw new BrokenArchive("goes on after its event");
        if (payload == null) throw new BrokenArchive("has no payload");
        return payload;
    }

    private static StoredType type(Map<String, String> fields) throws BrokenArchive {
        String name = text(fields, "type");
        String revision = fields.get("revision");
        for (StoredType type : StoredType.values()) {
            if (!type.name().equals(name)) continue;
            if (isReadable(revision, type)) return type;
            throw new BrokenArchive(
                    "holds revision " + revision + " of " + name + ", this server knows revision " + type.revision());
        }
        throw new BrokenArchive("holds an event of the unknown type " + name);
    }

    /** What an older revision does not say is null in the newer one. */
    private static boolean isReadable(@Nullable String revision, StoredType type) {
        return revision != null
                && revision.matches("[1-9][0-9]{0,8}")
                && Integer.parseInt(revision) <= Integer.parseInt(type.revision());
    }

    private static Object event(StoredType type, byte[] payload, Serializer events) throws BrokenArchive {
        Object event;
        try {
            event = events.<byte[], Object>deserialize(
                    new SimpleSerializedObject<>(payload, byte[].class, type.name(), type.revision()));
        } catch (SerializationException e) {
            throw new BrokenArchive("holds a payload that is not a " + type);
        }
        if (!type.type().isInstance(event)) throw new BrokenArchive("holds a payload that is not a " + type);
        Optional<String> gap = Gaps.in(event);
        if (gap.isPresent()) throw new BrokenArchive("holds a " + type + " without " + gap.get());
        return event;
    }

    private static String text(Map<String, String> fields, String name) throws BrokenArchive {
        String value = fields.get(name);
        if (value == null) throw new BrokenArchive("has no " + name);
        return value;
    }

    private static long number(Map<String, String> fields, String name) throws BrokenArchive {
        try {
            return Long.parseLong(text(fields, name));
        } catch (NumberFormatException e) {
            throw new BrokenArchive("has a " + name + " that is not a number");
        }
    }
}
