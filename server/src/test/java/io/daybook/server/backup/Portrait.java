package io.daybook.server.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server answers at many addresses, and what its log is. */
final class Portrait {

    private static final String LINES = "application/x-ndjson";

    private Portrait() {}

    static Map<String, String> of(HttpCaller http, Collection<String> paths) throws IOException {
        return of(http, paths, "");
    }

    /** @param asOf is put behind each address: {@code asOf=7}, or nothing */
    static Map<String, String> of(HttpCaller http, Collection<String> paths, String asOf) throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : paths) {
            String full = asOf.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + asOf;
            Response answer = http.get(full).send();
            // how a refusal is worded is not what is compared
            String body = answer.status() >= 400 ? "" : new String(answer.bytes(), ISO_8859_1);
            answers.put(path, answer.status() + " " + body);
        }
        return answers;
    }

    static String head(HttpCaller http) {
        return http.get("/audit/head").answers(200).text();
    }

    static long position(HttpCaller http) {
        return Long.parseLong(
                String.valueOf(http.get("/audit/head").answers(200).header("Daybook-Position")));
    }

    /** The whole log as auditors see it, up to a position. */
    static String export(HttpCaller http, long upTo) {
        return http.get("/audit/events", "to", Long.toString(upTo))
                .header("Accept", LINES)
                .answers(200)
                .text();
    }
}
