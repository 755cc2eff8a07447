package io.daybook.benchmarks.growth;

import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Stage;
import java.io.IOException;

/** The same figures while there is more and more of everything: what stays as it is, and what does not. */
public final class Growth {

    private static final int FEWEST_POINTS = 10_000;
    private static final int MOST_POINTS = 100_000_000;
    private static final int FEWEST_ITERATIONS = 100;
    private static final int MOST_ITERATIONS = 100_000;
    private static final int FACTOR = 10;
    private static final String POINTS = "points";
    private static final String ITERATIONS = "iterations";

    private final Stage stage;
    private final Options options;

    public Growth(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        options.clear();
        try (Stage stage = new Stage(options)) {
            new Growth(stage).run();
        }
    }

    public void run() throws Exception {
        growPoints();
        growIterations();
    }

    private void growPoints() throws Exception {
        GrowthTable table = new GrowthTable("points of the iteration", GrowingSeries.COLUMNS);
        long most = options.number(POINTS, options.isShort() ? FEWEST_POINTS : MOST_POINTS);
        if (!options.isShort() && most > 0) new GrowingSeries(stage, FEWEST_POINTS).figures(); // warms the server up
        for (int each = FEWEST_POINTS; each <= most; each *= FACTOR)
            table.add(each, new GrowingSeries(stage, each).figures());
        write(POINTS, table);
    }

    private void growIterations() throws Exception {
        GrowthTable table = new GrowthTable("iterations of the experiment", GrowingExperiment.COLUMNS);
        long most = options.number(ITERATIONS, options.isShort() ? FEWEST_ITERATIONS : MOST_ITERATIONS);
        if (!options.isShort() && most > 0) new GrowingExperiment(stage, FEWEST_ITERATIONS + 1).figures();
        for (int each = FEWEST_ITERATIONS; each <= most; each *= FACTOR)
            table.add(each, new GrowingExperiment(stage, each).figures());
        write(ITERATIONS, table);
    }

    private void write(String name, GrowthTable table) throws IOException {
        if (!table.isEmpty()) Tables.write(options.page(), name, Growth.class, table.text());
    }
}
