package io.daybook.query.series;

import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.query.iteration.ScalarPage;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a long series short so that it looks the same: of n points at most N are kept. First and last come first, then the
 * first and last of each run of values that are not finite, then the lowest and the highest of each of so many equal
 * windows, by place, as there is room for two points of each. Depends on the points alone, and reads them twice.
 */
final class Thinning {

    private static final int PAGE = 65_536;

    private final Source source;
    private final long total;
    private final StepRange steps;
    private final int most;

    /** By place among the points in the range. */
    private final TreeMap<Long, Point> kept = new TreeMap<>();

    private long count;

    /** Reads points of the series from one on; it may come back with fewer. */
    @FunctionalInterface
    interface Source {
        ScalarPage read(long from, int limit);
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(long place, Point point);
    }

    private record Point(long step, double wallTime, double value) {}

    /**
     * @param total how many points the series has
     * @param most how many to keep, 2 or more
     */
    Thinning(Source source, long total, StepRange steps, int most) {
        this.source = source;
        this.total = total;
        this.steps = steps;
        this.most = most;
    }

    ThinnedScalars result() {
        Borders borders = new Borders();
        count = visit(borders);
        if (count <= most) {
            kept.putAll(borders.beginning);
        } else {
            borders.keep();
            int windows = (most - kept.size()) / 2;
            if (windows > 0) keepExtremes(windows);
        }
        return columns(kept.values());
    }

    private long visit(Visitor visitor) {
        long place = 0;
        for (long from = 0; from < total; ) {
            ScalarPage page = source.read(from, (int) Math.min(PAGE, total - from));
            if (page.step().length == 0) break;
            for (int i = 0; i < page.step().length; i++) {
                if (!steps.holds(page.step()[i])) continue;
                visitor.visit(place++, new Point(page.step()[i], page.wallTime()[i], page.value()[i]));
            }
            from += page.step().length;
        }
        return place;
    }

    /** What comes before the windows: as many of the first points as may be kept, the last one, and borders of runs. */
    private final class Borders implements Visitor {

        private final TreeMap<Long, Point> beginning = new TreeMap<>();
        private final TreeMap<Long, Point> runs = new TreeMap<>();
        private long lastPlace = -1;
        private @Nullable Point last;

        @Override
        public void visit(long place, Point point) {
            if (beginning.size() < most) beginning.put(place, point);
            Point before = last;
            boolean finite = Double.isFinite(point.value());
            boolean finiteBefore = before == null || Double.isFinite(before.value());
            if (finite && !finiteBefore) note(lastPlace, before);
            if (!finite && finiteBefore) note(place, point);
            last = point;
            lastPlace = place;
        }

        /** One more than fit may be the first point of all, which is kept in any case. */
        private void note(long place, @Nullable Point point) {
            if (point != null && runs.size() <= most) runs.put(place, point);
        }

        private void keep() {
            Point end = last;
            if (end == null) return;
            kept.put(0L, beginning.firstEntry().getValue());
            kept.put(lastPlace, end);
            runs.forEach((place, point) -> {
                if (kept.size() < most) kept.put(place, point);
            });
        }
    }

    private void keepExtremes(int windows) {
        long[] lowest = new long[windows];
        long[] highest = new long[windows];
        Point[] low = new Point[windows];
        Point[] high = new Point[windows];
        visit((place, point) -> {
            if (!Double.isFinite(point.value()) || place >= count) return;
            int window = (int) (place * windows / count);
            if (low[window] == null || point.value() < low[window].value()) {
                low[window] = point;
                lowest[window] = place;
            }
            if (high[window] == null || point.value() > high[window].value()) {
                high[window] = point;
                highest[window] = place;
            }
        });
        for (int window = 0; window < windows; window++) {
            if (low[window] == null) continue;
            kept.put(lowest[window], low[window]);
            kept.put(highest[window], high[window]);
        }
    }

    private ThinnedScalars columns(Collection<Point> points) {
        return new ThinnedScalars(
                total,
                count,
                points.stream().mapToLong(Point::step).toArray(),
                points.stream().mapToDouble(Point::wallTime).toArray(),
                points.stream().mapToDouble(Point::value).toArray());
    }
}
