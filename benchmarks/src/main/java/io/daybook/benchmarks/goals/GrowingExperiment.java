package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.Requests;
import io.daybook.benchmarks.Traffic.Feed;
import java.util.List;
import java.util.Locale;

/** Everything that is done with an experiment's iterations, when there are so many. */
final class GrowingExperiment {

    static final String HEAD = """
            | iterations of the experiment | page of 100 | one of them | one more, 1 connection |
            |---|---|---|---|""";

    private final Stage stage;
    private final int iterations;

    GrowingExperiment(Stage stage, int iterations) {
        this.stage = stage;
        this.iterations = iterations;
    }

    String line() throws Exception {
        long experiment = stage.experimentOf(iterations);
        Reading reading = new Reading(stage.port(), stage.sizes());
        Feed page = Pages.page(experiment, iterations);
        double pageMillis = Reading.millis(reading.of(page, "\"total\":" + iterations), 50);
        byte[] one = Requests.get("/iteration/" + stage.iteration(experiment));
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f ms | %.2f ms | %s |",
                iterations,
                pageMillis,
                Reading.millis(reading.of(() -> one, "\"experiment_id\":" + experiment), 50),
                Unit.PER_SECOND.text(oneMore(experiment)));
    }

    private double oneMore(long experiment) throws Exception {
        String name = "one";
        byte[] create = Requests.post("/iteration/experiment/" + experiment, "");
        try (Rates rates = new Rates(stage)) {
            rates.writes(name, 1, List.of(() -> create)).run();
            return rates.median(name);
        }
    }
}
