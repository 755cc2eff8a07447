package io.daybook.query.series;

import io.daybook.query.iteration.chunk.ChunkSummary;
import io.daybook.query.iteration.chunk.PointColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept before the windows: the first and the last point, and of each run of values that are not finite the first
 * and the last, as many as there is room for. Only stretches in which a run begins or ends are read.
 */
final class Borders {

    private final Stretches stretches;
    private final int most;
    private final List<Point> kept = new ArrayList<>();

    /** The stretch that was read last, its last point, and whether that, or one after it that is known, is finite. */
    private int read = -1;

    private @Nullable Point last;
    private boolean finite = true;

    /** Place of the border that was added last. */
    private long added = -1;

    Borders(Stretches stretches, int most) {
        this.stretches = stretches;
        this.most = most;
    }

    /** In no order, none twice. There are more points than are to be kept. */
    List<Point> find() {
        int end = stretches.size() - 1;
        stretches.read(stretch -> stretch == 0 || stretch == end, this::addEnds);
        stretches.read(this::isWanted, this::scan);
        passTo(stretches.size());
        return kept;
    }

    private void addEnds(int stretch, PointColumns points) {
        if (points.size() == 0) return;
        long start = stretches.start(stretch);
        if (stretch == 0) kept.add(Point.of(points, 0, start));
        if (stretch == stretches.size() - 1) kept.add(Point.of(points, points.size() - 1, start));
    }

    private boolean isWanted(int stretch) {
        if (kept.size() >= most || isFinite(stretch)) return false;
        return !isNowhereFinite(stretch) || begins(stretch) || ends(stretch);
    }

    private boolean begins(int stretch) {
        return stretch > 0 && !isNowhereFinite(stretch - 1);
    }

    private boolean ends(int stretch) {
        return stretch + 1 < stretches.size() && !isNowhereFinite(stretch + 1);
    }

    private boolean isFinite(int stretch) {
        ChunkSummary summary = stretches.at(stretch);
        return summary.extremes().finite() == summary.live();
    }

    private boolean isNowhereFinite(int stretch) {
        return stretches.at(stretch).extremes().finite() == 0;
    }

    private void scan(int stretch, PointColumns points) {
        passTo(stretch);
        long start = stretches.start(stretch);
        for (int i = 0; i < points.size(); i++) {
            boolean now = Double.isFinite(points.value()[i]);
            if (now && !finite) add(i == 0 ? last : Point.of(points, i - 1, start));
            if (!now && finite) add(Point.of(points, i, start));
            finite = now;
        }
        if (points.size() > 0) last = Point.of(points, points.size() - 1, start);
        read = stretch;
    }

    /** Those since the last one that was read are all finite, or none of their points are. */
    private void passTo(int stretch) {
        if (stretch == read + 1) return;
        boolean now = isFinite(stretch - 1);
        if (now && !finite) add(last);
        finite = now;
    }

    private void add(@Nullable Point point) {
        if (point == null || kept.size() >= most || point.place() == added) return;
        if (point.place() == 0 || point.place() == stretches.count() - 1) return;
        kept.add(point);
        added = point.place();
    }
}
