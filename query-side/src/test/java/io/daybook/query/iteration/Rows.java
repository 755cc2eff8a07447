package io.daybook.query.iteration;

import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The scalar points of one iteration as a plain list that is corrected, and the events that say so. */
public final class Rows {

    private final long iteration;
    private final Map<Long, LoggedPoint> live = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private long ordinal;

    public Rows(long iteration) {
        this.iteration = iteration;
    }

    public IterationCreated created(long experiment, long project) {
        return new IterationCreated(iteration, experiment, project, null, "2026-01-01");
    }

    public ScalarsLogged logged(ScalarPoint... points) {
        return logged(List.of(points));
    }

    public ScalarsLogged logged(List<ScalarPoint> points) {
        ScalarPoints columns = ScalarPoints.of(points);
        long[] firsts = columns.keys().stream()
                .mapToLong(key -> numbers.getOrDefault(key, 0L))
                .toArray();
        long first = ordinal;
        for (ScalarPoint point : points) live.put(ordinal, new LoggedPoint(ordinal++, next(point.key()), point));
        return new ScalarsLogged(iteration, first, firsts, columns);
    }

    private long next(String key) {
        return numbers.merge(key, 1L, Long::sum) - 1;
    }

    public PointChanged changed(long which, ScalarPoint point) {
        LoggedPoint before = live.get(which);
        boolean stays = before.point().key().equals(point.key());
        LoggedPoint after = new LoggedPoint(which, stays ? before.number() : next(point.key()), point);
        live.put(which, after);
        return new PointChanged(iteration, before, after, null, point.step());
    }

    public PointDeleted deleted(long which) {
        return new PointDeleted(iteration, live.remove(which), null);
    }

    public boolean isEmpty() {
        return live.isEmpty();
    }

    /** The ordinal of one of the points that are left, rather of an early one. */
    public long any(Random random) {
        int some = random.nextBoolean() ? live.size() : Math.min(40, live.size());
        return live.keySet().stream().skip(random.nextInt(some)).findFirst().orElseThrow();
    }

    /** Keys that have points, in order of first appearance. */
    public List<String> keys() {
        return numbers.keySet().stream().filter(key -> !series(key).isEmpty()).toList();
    }

    /** In the order of their numbers. */
    public List<ScalarPoint> series(String key) {
        return live.values().stream()
                .filter(row -> row.point().key().equals(key))
                .sorted(Comparator.comparingLong(LoggedPoint::number))
                .map(LoggedPoint::point)
                .toList();
    }

    /** By step, then id. */
    public List<MetricView> sorted() {
        List<MetricView> views = new ArrayList<>();
        live.forEach((which, row) -> views.add(view(which)));
        views.sort(Comparator.comparingLong(MetricView::step).thenComparingLong(MetricView::id));
        return views;
    }

    public MetricView view(long which) {
        ScalarPoint point = live.get(which).point();
        long id = MetricId.of(iteration, which).value();
        return new MetricView(id, iteration, point.key(), point.value(), point.step(), point.wallTime());
    }
}
