package io.daybook.http.series;

import io.daybook.api.iteration.ScalarPoints;
import io.daybook.http.json.StrictJson;
import io.daybook.http.refusal.BadRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The body of a request that logs series, read straight into columns. */
final class NewSeries {

    /** Points in one request. */
    static final int MOST = 100_000;

    private final double now;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private boolean found;
    private int size;
    private int[] key = new int[64];
    private long[] step = new long[64];
    private double[] wallTime = new double[64];
    private double[] value = new double[64];
    private boolean[] counted = new boolean[64];
    private boolean anyCounted;

    private NewSeries(double now) {
        this.now = now;
    }

    /** @param now for points that come without a wall time, in seconds since the epoch */
    static NewSeries read(byte[] body, double now) {
        NewSeries all = new NewSeries(now);
        StrictJson.read(body, json -> {
            json.expect(JsonToken.START_OBJECT, "the body is not an object");
            for (String name = json.nextKey(); name != null; name = json.nextKey()) {
                if (name.equals("series") && !json.isNull()) all.readAll(json);
                else json.skip();
            }
            return all;
        });
        if (!all.found) throw new BadRequest("series is missing");
        if (all.size == 0) throw new BadRequest("series is empty");
        return all;
    }

    private void readAll(StrictJson json) {
        if (found) throw new BadRequest("series is there twice");
        if (!json.at(JsonToken.START_ARRAY)) throw new BadRequest("series is not a list");
        found = true;
        while (json.hasElement()) {
            String at = "series[" + places.size() + "]";
            if (!json.at(JsonToken.START_OBJECT)) throw new BadRequest(at + " is not an object");
            add(at, Columns.read(at, json, MOST - size));
        }
    }

    private void add(String at, Columns columns) {
        String name = columns.key;
        if (name == null) throw new BadRequest(at + ".key is missing");
        if (name.isEmpty()) throw new BadRequest(at + ".key is empty");
        Integer place = places.size();
        if (places.putIfAbsent(name, place) != null) throw new BadRequest(at + ".key is there twice: " + name);
        int more = columns.size(at);
        room(size + more);
        Arrays.fill(key, size, size + more, place);
        Arrays.fill(counted, size, size + more, columns.step == null);
        anyCounted |= columns.step == null;
        System.arraycopy(columns.values(at), 0, value, size, more);
        if (columns.step != null) System.arraycopy(columns.step, 0, step, size, more);
        if (columns.wallTime == null) Arrays.fill(wallTime, size, size + more, now);
        else System.arraycopy(columns.wallTime, 0, wallTime, size, more);
        size += more;
    }

    private void room(int wanted) {
        if (wanted <= key.length) return;
        int length = Math.max(wanted, Math.min(MOST, 2 * key.length));
        key = Arrays.copyOf(key, length);
        step = Arrays.copyOf(step, length);
        wallTime = Arrays.copyOf(wallTime, length);
        value = Arrays.copyOf(value, length);
        counted = Arrays.copyOf(counted, length);
    }

    int size() {
        return size;
    }

    ScalarPoints points() {
        return ScalarPoints.of(
                List.copyOf(places.keySet()),
                Arrays.copyOf(key, size),
                Arrays.copyOf(step, size),
                Arrays.copyOf(wallTime, size),
                Arrays.copyOf(value, size));
    }

    /** Which points get their step here; null when none does. */
    boolean @Nullable [] counted() {
        return anyCounted ? Arrays.copyOf(counted, size) : null;
    }
}
