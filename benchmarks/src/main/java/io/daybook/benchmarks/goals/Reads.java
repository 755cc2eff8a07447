package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.feed.SeriesReads;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Reading;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Series read in full, thinned, and as pages of metrics. */
final class Reads implements Measurement {

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        int points = stage.sizes().series();
        int most = stage.sizes().longSeries();
        Reading reading = new Reading(stage.port(), stage.sizes());
        long one = stage.seriesOf(points);
        long longest = stage.seriesOf(most);
        figure(
                "%,d points read in full as JSON columns",
                26, points, reading.of(SeriesReads.full(one), "\"returned\":" + points));
        figure("the same thinned to 1,000", 3, points, reading.of(SeriesReads.thinned(one), "\"thinned\":true"));
        figure("%,d points thinned to 1,000", 10, most, reading.of(SeriesReads.thinned(longest), "\"thinned\":true"));
        figure(
                "page of 200 metrics at offset %,d",
                10, SeriesReads.at(points), reading.of(SeriesReads.page(one, points), step(stage, points)));
        figure(
                "page of 200 metrics at offset %,d",
                10, SeriesReads.at(most), reading.of(SeriesReads.page(longest, most), step(stage, most)));
        return figures;
    }

    private void figure(String name, double goal, int count, Histogram seen) {
        figures.add(new Goal(goal, Unit.MILLIS)
                .measured(
                        String.format(Locale.ROOT, name, count),
                        Reading.millis(seen, 50),
                        "99 of 100 within %.1f ms",
                        Reading.millis(seen, 99)));
    }

    /** Of the first metric there. */
    private static String step(Stage stage, int points) {
        long stride = stage.strideBeside(points);
        return "\"step\":" + SeriesReads.at(points) * stride / (stride + 1) + ",";
    }
}
