package io.daybook.testkit.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** What stands behind the question mark. */
final class S3Query {

    private final Map<String, String> parameters = new HashMap<>();

    S3Query(String raw) {
        for (String each : raw.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            parameters.put(name, equals < 0 ? "" : URLDecoder.decode(each.substring(equals + 1), UTF_8));
        }
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }
}
