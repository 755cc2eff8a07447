package io.daybook.http.json;

import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as they are made. Doubles are always floats, what is not finite is a string. */
public final class JsonReply {

    /** A generator that is closed by a failure must neither complete the answer nor send it off. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private JsonReply() {}

    /** An answer whose shape a record gives. */
    public static void send(HttpServletResponse response, int status, Object body) throws IOException {
        byte[] bytes = bytes(body);
        response.setStatus(status);
        response.setContentType(Reply.JSON);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The same, of any length. */
    public static void stream(HttpServletResponse response, Object body) throws IOException {
        response.setContentType(Reply.JSON);
        MAPPER.writeValue(response.getOutputStream(), body);
    }

    /** The same, on one line. */
    public static byte[] bytes(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** The same, as a tree. */
    public static JsonNode tree(Object body) {
        return MAPPER.valueToTree(body);
    }

    public static void send(HttpServletResponse response, Consumer<JsonGenerator> content) throws IOException {
        try (JsonGenerator json = begin(response)) {
            content.accept(json);
        }
    }

    /** What is written is sent when the generator is closed, or before. */
    public static JsonGenerator begin(HttpServletResponse response) throws IOException {
        response.setContentType(Reply.JSON);
        return FACTORY.createGenerator(ObjectWriteContext.empty(), response.getOutputStream());
    }

    public static void write(JsonGenerator json, List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    public static void write(JsonGenerator json, double[] numbers) {
        json.writeStartArray();
        for (double number : numbers) json.writeNumber(number);
        json.writeEndArray();
    }
}
