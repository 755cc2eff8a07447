package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All points of an iteration in a plain list: what {@link Points} must decide without having them. */
final class Sheet {

    private final long iteration;
    private final List<@Nullable LoggedPoint> rows = new ArrayList<>();
    private final Map<String, Long> everUnder = new HashMap<>();

    Sheet(long iteration) {
        this.iteration = iteration;
    }

    int size() {
        return rows.size();
    }

    OptionalLong highest(String key, long without) {
        return rows.stream()
                .filter(Objects::nonNull)
                .filter(row -> row.ordinal() != without && row.point().key().equals(key))
                .mapToLong(row -> row.point().step())
                .max();
    }

    /** A {@link Refusal} or an event; the list is as it was, whatever the answer. */
    Object log(LogScalar command) {
        ScalarPoints points = command.points();
        Sheet trial = copy();
        long[] firsts = points.keys().stream().mapToLong(this::numberOf).toArray();
        for (int i = 0; i < points.size(); i++) {
            String key = points.keys().get(points.keyAt(i));
            OptionalLong highest = trial.highest(key, -1);
            boolean counted = command.counted() != null && command.counted()[i];
            if (counted && highest.isPresent() && highest.getAsLong() == Long.MAX_VALUE) return Refusal.NO_NEXT_STEP;
            long next = highest.isPresent() ? highest.getAsLong() + 1 : 0;
            trial.add(new ScalarPoint(key, counted ? next : points.stepAt(i), points.wallTimeAt(i), points.valueAt(i)));
        }
        List<ScalarPoint> logged = trial.rows.subList(size(), trial.size()).stream()
                .map(row -> Objects.requireNonNull(row).point())
                .toList();
        return new ScalarsLogged(iteration, size(), firsts, ScalarPoints.of(logged));
    }

    /** A {@link Refusal}, an event, or null when nothing changes. */
    @Nullable Object change(ChangeMetric command) {
        LoggedPoint before = row(command.metric());
        if (before == null) return Refusal.UNKNOWN_METRIC;
        ScalarPoint old = before.point();
        ScalarPoint point = new ScalarPoint(
                Objects.requireNonNullElse(command.key(), old.key()),
                Objects.requireNonNullElse(command.step(), old.step()),
                Objects.requireNonNullElse(command.wallTime(), old.wallTime()),
                Objects.requireNonNullElse(command.value(), old.value()));
        if (point.equals(old)) return null;
        boolean moved = !point.key().equals(old.key());
        LoggedPoint after = new LoggedPoint(before.ordinal(), moved ? numberOf(point.key()) : before.number(), point);
        OptionalLong others = highest(point.key(), before.ordinal());
        long highestAfter = Math.max(point.step(), others.orElse(Long.MIN_VALUE));
        return new PointChanged(
                iteration,
                before,
                after,
                moved ? boxed(highest(old.key(), before.ordinal())) : Long.valueOf(highestAfter),
                highestAfter);
    }

    Object delete(MetricId metric) {
        LoggedPoint before = row(metric);
        if (before == null) return Refusal.UNKNOWN_METRIC;
        return new PointDeleted(iteration, before, boxed(highest(before.point().key(), before.ordinal())));
    }

    void take(IterationEvent event) {
        switch (event) {
            case ScalarsLogged logged -> add(logged.points());
            case PointChanged changed -> {
                rows.set((int) changed.after().ordinal(), changed.after());
                String key = changed.after().point().key();
                if (!key.equals(changed.before().point().key())) everUnder.merge(key, 1L, Long::sum);
            }
            case PointDeleted deleted -> rows.set((int) deleted.before().ordinal(), null);
            default -> throw new AssertionError(event);
        }
    }

    private @Nullable LoggedPoint row(MetricId metric) {
        return metric.ordinal() < size() ? rows.get(metric.ordinal()) : null;
    }

    private void add(ScalarPoints points) {
        for (int i = 0; i < points.size(); i++) {
            String key = points.keys().get(points.keyAt(i));
            add(new ScalarPoint(key, points.stepAt(i), points.wallTimeAt(i), points.valueAt(i)));
        }
    }

    private void add(ScalarPoint point) {
        rows.add(new LoggedPoint(size(), numberOf(point.key()), point));
        everUnder.merge(point.key(), 1L, Long::sum);
    }

    private long numberOf(String key) {
        return everUnder.getOrDefault(key, 0L);
    }

    private Sheet copy() {
        Sheet copy = new Sheet(iteration);
        copy.rows.addAll(rows);
        copy.everUnder.putAll(everUnder);
        return copy;
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
