package io.daybook.command.iteration;

import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rules need to know of all series of one kind: a few numbers a key, however many points. */
final class SeriesState {

    /** Points logged and highest step, by key. */
    private Map<String, KeyState> keys = new HashMap<>();

    private long points;

    /** How many points of all keys were ever logged: the ordinal of the next one. */
    long points() {
        return points;
    }

    /** For each key, how many points it has. */
    long[] firsts(List<String> wanted) {
        return wanted.stream().mapToLong(this::pointsOf).toArray();
    }

    /** For each point, how many points its key has before it. */
    long[] firstsOf(List<HistogramPoint> batch) {
        Map<String, Long> next = new HashMap<>();
        return batch.stream()
                .mapToLong(point -> next.merge(point.key(), pointsOf(point.key()), (seen, fresh) -> seen + 1))
                .toArray();
    }

    void take(ScalarPoints batch) {
        long[] counts = new long[batch.keys().size()];
        long[] highest = new long[counts.length];
        java.util.Arrays.fill(highest, Long.MIN_VALUE);
        for (int i = 0; i < batch.size(); i++) {
            int key = batch.keyAt(i);
            counts[key]++;
            highest[key] = Math.max(highest[key], batch.stepAt(i));
        }
        for (int key = 0; key < counts.length; key++) add(batch.keys().get(key), counts[key], highest[key]);
    }

    void take(List<HistogramPoint> batch) {
        batch.forEach(point -> add(point.key(), 1, point.step()));
    }

    private void add(String key, long count, long highestStep) {
        keys.merge(key, new KeyState(count, highestStep), KeyState::plus);
        points += count;
    }

    private long pointsOf(String key) {
        KeyState state = keys.get(key);
        return state == null ? 0 : state.points();
    }

    /** Points logged under a key, and the highest of their steps. */
    record KeyState(long points, long highestStep) {

        KeyState plus(KeyState more) {
            return new KeyState(points + more.points, Math.max(highestStep, more.highestStep));
        }
    }
}
