package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Batch;
import io.daybook.benchmarks.feed.Columns;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Many points in one request, through either door. */
final class Batches implements Measurement {

    static final int CONNECTIONS = 4;

    private static final String TRACKING = "points in tracking batches of 1,000, 4 connections";
    private static final String SERIES = "points in series columns of 10,000, 4 connections";

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        long experiment = stage.experiment();
        List<Feed> batches = new ArrayList<>();
        List<Feed> columns = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            batches.add(Batch.of(stage.iteration(experiment)));
            columns.add(new Columns(stage.iteration(experiment)));
        }
        try (Rates rates = new Rates(stage)) {
            rates.writes(TRACKING, Batch.POINTS, batches)
                    .writes(SERIES, Columns.POINTS, columns)
                    .run();
            return List.of(rates.perSecond(TRACKING, 400_000), rates.perSecond(SERIES, 1_100_000));
        }
    }
}
