package io.daybook.query.series;

import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.query.iteration.SeriesChunks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a long series short so that it looks the same: of n points at most N are kept. First and last come first, then the
 * first and last of each run of values that are not finite, then the lowest and the highest of each of so many equal
 * windows, by place, as there is room for two points of each. Depends on the points alone.
 */
final class Thinning {

    private final Stretches stretches;
    private final int most;

    /** @param most how many to keep, 2 or more */
    Thinning(SeriesChunks chunks, StepRange steps, int most) {
        this.stretches = new Stretches(chunks, steps);
        this.most = most;
    }

    ThinnedScalars result() {
        List<Point> kept = stretches.count() <= most ? all() : some();
        return new ThinnedScalars(
                stretches.total(),
                stretches.count(),
                kept.stream().mapToLong(Point::step).toArray(),
                kept.stream().mapToDouble(Point::wallTime).toArray(),
                kept.stream().mapToDouble(Point::value).toArray());
    }

    private List<Point> all() {
        List<Point> all = new ArrayList<>();
        stretches.read(stretch -> true, (stretch, points) -> {
            for (int i = 0; i < points.size(); i++) all.add(Point.of(points, i, stretches.start(stretch)));
        });
        return all;
    }

    private List<Point> some() {
        List<Point> borders = new Borders(stretches, most).find();
        int windows = (most - borders.size()) / 2;
        Stream<Point> peaks = windows > 0 ? new Windows(stretches, windows).find() : Stream.empty();
        return inOrder(Stream.concat(borders.stream(), peaks));
    }

    /** None twice: a window may have one value only, or the first or the last point. */
    private static List<Point> inOrder(Stream<Point> points) {
        List<Point> kept = new ArrayList<>();
        points.sorted(Comparator.comparingLong(Point::place)).forEach(point -> {
            if (kept.isEmpty() || kept.getLast().place() != point.place()) kept.add(point);
        });
        return kept;
    }
}
