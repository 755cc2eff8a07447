package io.daybook.testkit.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as clients read and write it. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** A JSON string. */
    public static String text(String value) {
        return MAPPER.writeValueAsString(value);
    }
}
