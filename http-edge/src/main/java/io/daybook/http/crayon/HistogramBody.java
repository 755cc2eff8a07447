package io.daybook.http.crayon;

import io.daybook.api.iteration.Histogram;
import io.daybook.http.json.StrictJson;
import io.daybook.http.refusal.BadRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonToken;

/** A histogram as it is posted ready-made. Its limits need not be sorted, and are kept as given. */
final class HistogramBody {

    /** Far more than any client makes; keeps one request from taking all memory. */
    private static final int MOST_BUCKETS = 1_000_000;

    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, double[]> lists = new HashMap<>();

    private HistogramBody() {}

    /** Reads the object at whose start the reader stands. */
    static Histogram read(StrictJson json) {
        if (!json.at(JsonToken.START_OBJECT)) throw new BadRequest("the histogram is not an object");
        HistogramBody body = new HistogramBody();
        for (String key = json.nextKey(); key != null; key = json.nextKey()) body.read(key, json);
        return body.histogram();
    }

    private void read(String key, StrictJson json) {
        Object twice =
                switch (key) {
                    case "min", "max", "num", "sum", "sum_squares" -> numbers.put(key, json.number(key));
                    case "bucket_limit", "bucket" -> lists.put(key, list(key, json));
                    default -> throw new BadRequest("the histogram has an unknown key: " + abridged(key));
                };
        if (twice != null) throw new BadRequest("the histogram has the key " + key + " twice");
    }

    private static double[] list(String key, StrictJson json) {
        if (!json.at(JsonToken.START_ARRAY)) throw new BadRequest(key + " is not a list");
        double[] list = new double[16];
        int size = 0;
        while (json.hasElement()) {
            if (size == MOST_BUCKETS) throw new BadRequest(key + " has more than " + MOST_BUCKETS + " elements");
            if (size == list.length) list = Arrays.copyOf(list, 2 * size);
            list[size++] = json.number("an element of " + key);
        }
        return Arrays.copyOf(list, size);
    }

    private Histogram histogram() {
        double[] limits = required(lists, "bucket_limit");
        double[] buckets = required(lists, "bucket");
        if (limits.length != buckets.length) throw new BadRequest("bucket_limit and bucket differ in length");
        double num = required(numbers, "num");
        if (num != Math.rint(num) || Double.isInfinite(num)) throw new BadRequest("num is not an integer");
        return new Histogram(
                required(numbers, "min"),
                required(numbers, "max"),
                num,
                numbers.getOrDefault("sum", 0.0),
                numbers.getOrDefault("sum_squares", 0.0),
                limits,
                buckets);
    }

    private static <V> V required(Map<String, V> values, String key) {
        V value = values.get(key);
        if (value == null) throw new BadRequest("the histogram has no " + key);
        return value;
    }

    private static String abridged(String key) {
        return key.length() <= 100 ? key : key.substring(0, 100) + "…";
    }
}
