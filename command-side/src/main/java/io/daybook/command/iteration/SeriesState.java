package io.daybook.command.iteration;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules need to know of all series of one kind: a few numbers a key, however many points. */
final class SeriesState {

    private static final KeyState NONE = new KeyState(0, null);

    private Map<String, KeyState> keys = new HashMap<>();

    private long points;

    /** How many points of all keys were ever logged: the ordinal of the next one. */
    long points() {
        return points;
    }

    KeyState of(String key) {
        return keys.getOrDefault(key, NONE);
    }

    /** For each key, how many points it has. */
    long[] firsts(List<String> wanted) {
        return wanted.stream().mapToLong(key -> of(key).points()).toArray();
    }

    /** For each point, how many points its key has before it. */
    long[] firstsOf(List<HistogramPoint> batch) {
        Map<String, Long> next = new HashMap<>();
        return batch.stream()
                .mapToLong(point -> next.merge(point.key(), of(point.key()).points(), (seen, fresh) -> seen + 1))
                .toArray();
    }

    void take(ScalarPoints batch) {
        long[] counts = new long[batch.keys().size()];
        long[] highest = new long[counts.length];
        Arrays.fill(highest, Long.MIN_VALUE);
        for (int i = 0; i < batch.size(); i++) {
            int key = batch.keyAt(i);
            counts[key]++;
            highest[key] = Math.max(highest[key], batch.stepAt(i));
        }
        for (int key = 0; key < counts.length; key++) add(batch.keys().get(key), counts[key], highest[key]);
        points += batch.size();
    }

    void take(List<HistogramPoint> batch) {
        batch.forEach(point -> add(point.key(), 1, point.step()));
        points += batch.size();
    }

    /** A point that was logged under another key has become one of this key. */
    void takeOver(String key, long highestStep) {
        keys.put(key, new KeyState(of(key).points() + 1, highestStep));
    }

    /** @param step null when no point is left under the key */
    void correctHighest(String key, @Nullable Long step) {
        keys.put(key, new KeyState(of(key).points(), step));
    }

    private void add(String key, long count, long highestStep) {
        // A key of the dictionary that no point uses leaves no trace.
        if (count > 0) keys.put(key, of(key).plus(count, highestStep));
    }

    /** Points ever logged under a key, and the highest step of those that are left; null when none is. */
    record KeyState(long points, @Nullable Long highestStep) {

        KeyState plus(long more, long step) {
            return new KeyState(points + more, atLeast(step));
        }

        /** The highest step together with one more. */
        long atLeast(long step) {
            return highestStep == null ? step : Math.max(highestStep, step);
        }
    }
}
