package io.daybook.query.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.iteration.chunk.Statistics;
import java.util.List;
import java.util.Optional;

/** What is known of a series without reading it, against its points. */
final class StatisticsCheck {

    private StatisticsCheck() {}

    static void holds(Optional<Statistics> known, List<ScalarPoint> points) {
        double[] finite = points.stream()
                .mapToDouble(ScalarPoint::value)
                .filter(Double::isFinite)
                .toArray();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : finite) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        assertThat(known)
                .contains(new Statistics(
                        points.size(),
                        points.getFirst().step(),
                        points.getLast().step(),
                        points.getLast().value(),
                        min,
                        max));
    }
}
