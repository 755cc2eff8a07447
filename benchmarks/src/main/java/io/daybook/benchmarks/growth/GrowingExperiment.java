package io.daybook.benchmarks.growth;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.IterationPages;
import io.daybook.benchmarks.growth.GrowthTable.Column;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Reading;
import io.daybook.benchmarks.stage.Stage;
import java.util.List;

/** Everything that is done with an experiment's iterations, when there are so many. */
final class GrowingExperiment {

    static final List<Column> COLUMNS = List.of(
            new Column("page of 100", "%.2f ms"),
            new Column("one of them", "%.2f ms"),
            new Column("one more, 1 connection", "%,.0f/s"));

    private final Stage stage;
    private final int iterations;

    GrowingExperiment(Stage stage, int iterations) {
        this.stage = stage;
        this.iterations = iterations;
    }

    double[] figures() throws Exception {
        long experiment = stage.experimentOf(iterations);
        Feed page = IterationPages.of(experiment, IterationPages.SIZE, iterations);
        double pageMillis = millis(page, "\"total\":" + iterations);
        Feed one = Feed.of(Requests.get("/iteration/" + stage.iteration(experiment)));
        return new double[] {pageMillis, millis(one, "\"experiment_id\":" + experiment), oneMore(experiment)};
    }

    private double millis(Feed feed, String says) throws Exception {
        return Reading.millis(new Reading(stage.port(), stage.sizes()).of(feed, says), 50);
    }

    private double oneMore(long experiment) throws Exception {
        String name = "one";
        Feed create = Feed.of(Requests.post("/iteration/experiment/" + experiment, ""));
        try (Rates rates = new Rates(stage)) {
            rates.writes(name, 1, List.of(create)).run();
            return rates.median(name);
        }
    }
}
