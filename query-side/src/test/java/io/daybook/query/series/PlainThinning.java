package io.daybook.query.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import java.util.List;
import java.util.TreeSet;

/** The contract's rule, told once more and as plainly as can be: over all points of a range, in their order. */
final class PlainThinning {

    private final int total;
    private final List<ScalarPoint> points;
    private final int most;
    private final TreeSet<Integer> kept = new TreeSet<>();

    PlainThinning(List<ScalarPoint> all, StepRange steps, int most) {
        this.total = all.size();
        this.points = all.stream().filter(point -> steps.holds(point.step())).toList();
        this.most = most;
        if (points.size() <= most) keepAll();
        else thin();
    }

    private void keepAll() {
        for (int i = 0; i < points.size(); i++) kept.add(i);
    }

    private void thin() {
        int n = points.size();
        kept.add(0);
        kept.add(n - 1);
        for (int i = 0; i < n && kept.size() < most; i++) {
            boolean border = i == 0 || i == n - 1 || isFinite(i - 1) || isFinite(i + 1);
            if (!isFinite(i) && border) kept.add(i);
        }
        int windows = (most - kept.size()) / 2;
        int begin = 0;
        for (int window = 0; window < windows; window++) {
            int end = begin;
            while (end < n && (long) end * windows / n == window) end++;
            keepExtremes(begin, end);
            begin = end;
        }
    }

    private void keepExtremes(int from, int to) {
        int lowest = -1;
        int highest = -1;
        for (int i = from; i < to; i++) {
            if (!isFinite(i)) continue;
            if (lowest < 0 || value(i) < value(lowest)) lowest = i;
            if (highest < 0 || value(i) > value(highest)) highest = i;
        }
        if (lowest >= 0) kept.add(lowest);
        if (highest >= 0) kept.add(highest);
    }

    private double value(int i) {
        return points.get(i).value();
    }

    private boolean isFinite(int i) {
        return Double.isFinite(value(i));
    }

    /** Bit for bit. */
    void isIn(ThinnedScalars found) {
        List<ScalarPoint> expected = kept.stream().map(points::get).toList();
        assertThat(found.total()).isEqualTo(total);
        assertThat(found.count()).isEqualTo(points.size());
        assertThat(found.step())
                .isEqualTo(expected.stream().mapToLong(ScalarPoint::step).toArray());
        assertThat(found.wallTime())
                .isEqualTo(expected.stream().mapToDouble(ScalarPoint::wallTime).toArray());
        assertThat(found.value())
                .isEqualTo(expected.stream().mapToDouble(ScalarPoint::value).toArray());
    }
}
