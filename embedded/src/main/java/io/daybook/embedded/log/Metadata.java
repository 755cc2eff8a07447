package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * Metadata as it is stored: a JSON object of strings, keys sorted by their UTF-8 bytes, no white space, only what JSON
 * demands escaped. There is one way to write given metadata, so that verification can tell a text that was edited
 * without a change of meaning.
 */
public final class Metadata {

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(key -> key.getBytes(UTF_8), Arrays::compareUnsigned);

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Metadata() {}

    /** @throws IllegalArgumentException when a value is not a string */
    public static byte[] encode(Map<String, ?> metadata) {
        var out = new ByteArrayOutputStream(128);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            for (var entry : sorted(metadata).entrySet()) json.writeStringProperty(entry.getKey(), entry.getValue());
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException when this is no JSON object of strings */
    public static SortedMap<String, String> decode(byte[] stored) {
        PlainMetadata plain = PlainMetadata.of(stored);
        return plain == null ? parse(stored) : plain.toMap();
    }

    /** Whether these are the bytes that {@link #encode} would have written. */
    static boolean isCanonical(byte[] stored) {
        if (PlainMetadata.of(stored) != null) return true;
        try {
            return Arrays.equals(encode(parse(stored)), stored);
        } catch (IllegalArgumentException ignored) {
            return false;
        }
    }

    static SortedMap<String, String> parse(byte[] stored) {
        var decoded = new TreeMap<String, String>(BY_BYTES);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), stored)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                expect(json.nextToken(), JsonToken.VALUE_STRING);
                decoded.put(key, json.getString());
            }
            expect(json.currentToken(), JsonToken.END_OBJECT);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("stored metadata are not a JSON object of strings", e);
        }
        return Collections.unmodifiableSortedMap(decoded);
    }

    private static SortedMap<String, String> sorted(Map<String, ?> metadata) {
        var sorted = new TreeMap<String, String>(BY_BYTES);
        metadata.forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("metadata values are strings, and '" + key + "' is " + value);
            }
            sorted.put(key, text);
        });
        return sorted;
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException(
                    "stored metadata are not a JSON object of strings: " + wanted + " expected, not " + found);
        }
    }
}
