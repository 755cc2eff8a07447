package io.daybook.http.iteration;

import io.daybook.api.iteration.ScalarPoints;
import io.daybook.http.json.StrictJson;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.LocalDates;
import io.daybook.http.tracking.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The body of a batch, read straight into columns: however long it is, there is no object per metric. */
final class MetricBatch {

    /** As many points as one request may log through any door. */
    static final int MOST = 100_000;

    private final Map<String, Integer> places = new HashMap<>();
    private int[] key = new int[64];
    private double[] value = new double[64];
    private int size;
    private boolean found;
    private @Nullable Long step;
    private @Nullable String recordedAt;
    private double wallTime;

    private MetricBatch() {}

    static MetricBatch read(byte[] body, LocalDates dates) {
        MetricBatch batch = new MetricBatch();
        StrictJson.read(body, json -> {
            json.expect(JsonToken.START_OBJECT, "the body is not an object");
            for (String name = json.nextKey(); name != null; name = json.nextKey()) batch.read(name, json);
            return batch;
        });
        if (!batch.found) throw new BadRequest("metrics is missing");
        String date = batch.recordedAt;
        batch.wallTime = date == null ? dates.nowInSeconds() : dates.seconds(dates.parse("recorded_at", date));
        return batch;
    }

    private void read(String name, StrictJson json) {
        switch (name) {
            case "step" -> step = json.isNull() ? null : (Long) json.integer(name);
            case "recorded_at" -> recordedAt = json.isNull() ? null : json.text(name);
            case "metrics" -> readMetrics(json);
            default -> json.skip();
        }
    }

    private void readMetrics(StrictJson json) {
        if (json.isNull()) return;
        if (!json.at(JsonToken.START_ARRAY)) throw new BadRequest("metrics is not a list");
        found = true;
        size = 0;
        while (json.hasElement()) {
            String at = "metrics[" + size + "]";
            if (!json.at(JsonToken.START_OBJECT)) throw new BadRequest(at + " is not an object");
            readMetric(at, json);
        }
    }

    private void readMetric(String at, StrictJson json) {
        String name = null;
        double number = 0;
        boolean valued = false;
        for (String field = json.nextKey(); field != null; field = json.nextKey()) {
            if (field.equals("key") && !json.isNull()) {
                name = json.text(at + ".key");
            } else if (field.equals("value") && !json.isNull()) {
                number = json.anyNumber(at + ".value");
                valued = true;
            } else {
                json.skip();
            }
        }
        if (name == null) throw new BadRequest(at + ".key is missing");
        if (!valued) throw new BadRequest(at + ".value is missing");
        add(Asked.nonEmpty(at + ".key", name), number);
    }

    private void add(String name, double number) {
        if (size == MOST) throw new BadRequest("metrics has more than " + MOST + " elements");
        if (size == key.length) {
            key = Arrays.copyOf(key, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        key[size] = places.computeIfAbsent(name, fresh -> places.size());
        value[size++] = number;
    }

    int size() {
        return size;
    }

    ScalarPoints points() {
        List<String> keys = new ArrayList<>(Collections.nCopies(places.size(), ""));
        places.forEach((name, place) -> keys.set(place, name));
        int[] exactKeys = Arrays.copyOf(key, size);
        return ScalarPoints.at(step == null ? 0 : step, wallTime, keys, exactKeys, Arrays.copyOf(value, size));
    }

    /** Null when the steps were given. */
    boolean @Nullable [] counted() {
        if (step != null) return null;
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        return all;
    }
}
