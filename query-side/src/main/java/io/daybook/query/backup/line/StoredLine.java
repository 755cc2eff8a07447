package io.daybook.query.backup.line;

import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

/**
 * A stored event as one line of JSON, as it was read. The payload stands in it byte for byte as the log has it.
 *
 * @param fields those that are neither objects nor null
 */
public record StoredLine(Map<String, String> fields, Map<String, String> metadata, byte[] payload) {

    /** A longer line is refused, since a line is held in memory. */
    public static final int LONGEST = 64 << 20;

    /** ASCII only, since a name may hold half a surrogate pair, which UTF-8 has no bytes for. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String METADATA = "metadata";
    private static final String PAYLOAD = "payload";

    public static byte[] of(LoggedEvent event) {
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
        json.writeObjectPropertyStart(METADATA);
        new TreeMap<>(event.metadata()).forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /** Line breaks can only stand between tokens of JSON, where a space means the same. */
    private static String oneLine(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8).replace('\n', ' ').replace('\r', ' ');
    }

    public static StoredLine parse(byte[] line) throws BrokenArchive {
        Map<String, String> fields = new HashMap<>();
        Map<String, String> metadata = new HashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            byte[] payload = readFields(json, line, fields, metadata);
            return new StoredLine(fields, metadata, payload);
        } catch (JacksonException e) {
            throw new BrokenArchive("is not JSON");
        }
    }

    /** Returns the payload as it stands in the line. */
    private static byte[] readFields(
            JsonParser json, byte[] line, Map<String, String> fields, Map<String, String> metadata)
            throws BrokenArchive {
        byte[] payload = null;
        if (json.nextToken() != JsonToken.START_OBJECT) throw new BrokenArchive("is not a JSON object");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) fields.put(name, json.getString());
            int from = (int) json.currentTokenLocation().getByteOffset();
            if (name.equals(METADATA) && value == JsonToken.START_OBJECT) readStrings(json, metadata);
            else json.skipChildren();
            int to = (int) json.currentLocation().getByteOffset();
            if (from < 0) throw new BrokenArchive("is not UTF-8");
            if (name.equals(PAYLOAD) && value == JsonToken.START_OBJECT) payload = Arrays.copyOfRange(line, from, to);
        }
        if (json.nextToken() != null) throw new BrokenArchive("goes on after its event");
        if (payload == null) throw new BrokenArchive("has no payload");
        return payload;
    }

    private static void readStrings(JsonParser json, Map<String, String> strings) throws BrokenArchive {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) throw new BrokenArchive("has metadata that are no strings");
            strings.put(name, json.getString());
        }
    }

    /**
     * The event as it was stored.
     *
     * @param moment of the event before
     */
    public LoggedEvent stored(long moment) throws BrokenArchive {
        long timestamp = number("timestamp");
        String sequence = fields.get("sequence");
        return new LoggedEvent(
                number("position"),
                text("id"),
                timestamp,
                Math.max(moment, timestamp),
                fields.get("aggregate_type"),
                fields.get("aggregate_id"),
                sequence == null ? null : (Long) number("sequence"),
                text("type"),
                fields.get("revision"),
                metadata,
                payload,
                Sha256.digest().digest(payload),
                hash());
    }

    private byte[] hash() throws BrokenArchive {
        try {
            return HexFormat.of().parseHex(text("hash"));
        } catch (IllegalArgumentException e) {
            throw new BrokenArchive("has a hash that is not hexadecimal");
        }
    }

    /** The event as it is understood: of a type and a revision that are known, and with all that it takes. */
    public Object event(Serializer events) throws BrokenArchive {
        StoredType type = type();
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

    private StoredType type() throws BrokenArchive {
        String name = text("type");
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
                && REVISION.matcher(revision).matches()
                && Integer.parseInt(revision) <= Integer.parseInt(type.revision());
    }

    public String text(String name) throws BrokenArchive {
        String value = fields.get(name);
        if (value == null) throw new BrokenArchive("has no " + name);
        return value;
    }

    public long number(String name) throws BrokenArchive {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new BrokenArchive("has a " + name + " that is not a number");
        }
    }
}
