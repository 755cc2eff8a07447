package io.daybook.command.iteration;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules need to know of all series of one kind: a few numbers a key, however many points. */
final class SeriesState {

    private static final KeyState NONE = new KeyState(0, null, true);

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
        boolean[] falls = new boolean[counts.length];
        for (int key = 0; key < counts.length; key++)
            highest[key] = of(batch.keys().get(key)).atLeast(Long.MIN_VALUE);
        for (int i = 0; i < batch.size(); i++) {
            int key = batch.keyAt(i);
            long step = batch.stepAt(i);
            counts[key]++;
            falls[key] |= step < highest[key];
            highest[key] = Math.max(highest[key], step);
        }
        for (int key = 0; key < counts.length; key++) {
            // A key of the dictionary that no point uses leaves no trace.
            if (counts[key] > 0) put(batch.keys().get(key), counts[key], highest[key], !falls[key]);
        }
        points += batch.size();
    }

    void take(List<HistogramPoint> batch) {
        for (HistogramPoint point : batch) {
            long highest = of(point.key()).atLeast(point.step());
            put(point.key(), 1, highest, point.step() == highest);
        }
        points += batch.size();
    }

    /** A point that was logged under another key has become one of this key. */
    void takeOver(String key, long highestStep) {
        put(key, 1, highestStep, false);
    }

    /** @param step null when no point is left under the key */
    void correctHighest(String key, @Nullable Long step) {
        keys.put(key, new KeyState(of(key).points(), step, of(key).ascending()));
    }

    /** A point of the key got another step. */
    void mixSteps(String key) {
        keys.put(key, new KeyState(of(key).points(), of(key).highestStep(), false));
    }

    private void put(String key, long more, long highestStep, boolean ascending) {
        KeyState was = of(key);
        keys.put(key, new KeyState(was.points() + more, highestStep, was.ascending() && ascending));
    }

    /**
     * @param points ever logged under a key
     * @param highestStep of those that are left; null when none is
     * @param ascending whether those that are left lie by their steps as they were logged: then the last is the highest
     */
    record KeyState(long points, @Nullable Long highestStep, boolean ascending) {

        /** The highest step together with one more. */
        long atLeast(long step) {
            return highestStep == null ? step : Math.max(highestStep, step);
        }
    }
}
