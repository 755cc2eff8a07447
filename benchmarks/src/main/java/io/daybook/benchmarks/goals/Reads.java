package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.Requests;
import io.daybook.benchmarks.Traffic.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Series read in full, thinned, and as pages of metrics. */
final class Reads implements Measurement {

    private static final int PAGE = 200;
    private static final int THINNED = 1_000;

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        int points = stage.sizes().series();
        int most = stage.sizes().longSeries();
        Reading reading = new Reading(stage.port(), stage.sizes());
        long one = stage.seriesOf(points);
        long longest = stage.seriesOf(most);
        figure("%,d points read in full as JSON columns", 26, points, reading.of(full(one), "\"returned\":" + points));
        figure("the same thinned to 1,000", 3, points, reading.of(thinned(one), "\"thinned\":true"));
        figure("%,d points thinned to 1,000", 10, most, reading.of(thinned(longest), "\"thinned\":true"));
        figure("page of 200 metrics at offset %,d", 10, at(points), reading.of(page(one, points), step(stage, points)));
        figure("page of 200 metrics at offset %,d", 10, at(most), reading.of(page(longest, most), step(stage, most)));
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

    static Feed full(long iteration) {
        byte[] request = Requests.get(scalars(iteration));
        return () -> request;
    }

    static Feed thinned(long iteration) {
        byte[] request = Requests.get(scalars(iteration) + "&points=" + THINNED);
        return () -> request;
    }

    private static String scalars(long iteration) {
        return "/series/iteration/" + iteration + "/scalars?key=" + Stage.KEY.replace("/", "%2F");
    }

    /** Near the end of so many points of one key; others lie between them. */
    static Feed page(long iteration, int points) {
        byte[] request = Requests.get("/metric/iteration/" + iteration + "?limit=" + PAGE + "&offset=" + at(points));
        return () -> request;
    }

    /** Of the first metric there. */
    private static String step(Stage stage, int points) {
        long stride = stage.strideBeside(points);
        return "\"step\":" + at(points) * stride / (stride + 1) + ",";
    }

    static int at(int points) {
        return points - points / 100;
    }
}
