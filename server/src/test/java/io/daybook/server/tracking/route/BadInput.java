package io.daybook.server.tracking.route;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A body that is wrong in one way.
 *
 * @param way what is wrong with it, for the report
 * @param word what the answer must say
 */
record BadInput(String way, byte[] body, int status, String word) {

    /** More than the servers of these tests take. */
    static final int TOO_LONG = 300_000;

    private static BadInput of(String way, String body, String word) {
        return new BadInput(way, body.getBytes(StandardCharsets.UTF_8), 422, word);
    }

    /** Not what any route takes, whatever its fields are. */
    static List<BadInput> malformed() {
        List<BadInput> all = new ArrayList<>();
        for (String text : List.of(
                "", " ", "{", "}", "{\"x\":}", "{'x':1}", "{\"x\":1,}", "{} {}", "\0", "{\"x\":\"\0\"}", "nul")) {
            all.add(of("malformed " + text, text, "body"));
        }
        for (String text : List.of("[]", "[{}]", "1", "\"x\"", "\"\"", "null", "true", "NaN")) {
            all.add(of("no object " + text, text, "body"));
        }
        all.add(of("deep list", "{\"unknown\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "body"));
        all.add(of("deep object", "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000), "body"));
        all.add(of("deep and open", "[".repeat(10_000), "body"));
        all.add(of("long name", "{\"" + "x".repeat(100_000) + "\":1}", "body"));
        all.add(of("long number", "{\"unknown\":" + "1".repeat(5_000) + "}", "body"));
        all.add(notUtf8());
        String blank = " ".repeat(TOO_LONG);
        all.add(new BadInput("too long", ("{\"x\":1" + blank + "}").getBytes(StandardCharsets.UTF_8), 413, "limit"));
        return all;
    }

    private static BadInput notUtf8() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"name\":\"".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
        return new BadInput("not UTF-8", body.toByteArray(), 422, "body");
    }

    /** Each field with what it may not hold, and each required one missing or null. */
    static List<BadInput> fieldsOf(Body body, Things things) {
        List<BadInput> all = new ArrayList<>();
        for (Body.Field field : body.fields()) {
            String named = body.place() + field.name();
            for (String wrong : field.kind().wrong()) {
                String said = lexical(wrong) ? "body" : named;
                all.add(of(named + "=" + abridged(wrong), body.with(things, Map.of(field.name(), wrong)), said));
            }
            if (!field.required()) continue;
            all.add(of(named + " missing", body.without(things, field.name()), named));
            all.add(of(named + "=null", body.with(things, Map.of(field.name(), "null")), named));
        }
        return all;
    }

    /** What is no JSON at all has no field. */
    private static boolean lexical(String literal) {
        return literal.equals("NaNny") || literal.length() > 1_000;
    }

    private static String abridged(String literal) {
        return literal.length() > 40 ? literal.substring(0, 40) + "…" : literal;
    }
}
