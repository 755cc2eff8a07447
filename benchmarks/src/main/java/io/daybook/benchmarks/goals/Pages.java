package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.IterationPages;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Reading;
import io.daybook.benchmarks.stage.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Lists of iterations, at any place in them. */
final class Pages implements Measurement {

    private static final int LONG_PAGE = 200;
    private static final int CONNECTIONS = 4;

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        int few = stage.sizes().few();
        int many = stage.sizes().many();
        try (Rates rates = new Rates(stage)) {
            rates.reads(name(few), pages(stage.experimentOf(few), few))
                    .reads(name(many), pages(stage.experimentOf(many), many))
                    .run();
            return List.of(
                    rates.perSecond(name(few), 1_500), rates.perSecond(name(many), 1_500), longPage(stage, many));
        }
    }

    private static Figure longPage(Stage stage, int iterations) throws Exception {
        Feed page = IterationPages.of(stage.experimentOf(iterations), LONG_PAGE, iterations);
        Histogram seen = new Reading(stage.port(), stage.sizes()).of(page, "\"id\":");
        String name = String.format(Locale.ROOT, "page of 200 among %,d iterations", iterations);
        return new Goal(15, Unit.MILLIS)
                .measured(name, Reading.millis(seen, 50), "99 of 100 within %.1f ms", Reading.millis(seen, 99));
    }

    private static String name(int iterations) {
        return String.format(Locale.ROOT, "pages of 100 among %,d iterations, 4 connections", iterations);
    }

    private static List<Feed> pages(long experiment, int iterations) {
        return Collections.nCopies(CONNECTIONS, IterationPages.of(experiment, IterationPages.SIZE, iterations));
    }
}
