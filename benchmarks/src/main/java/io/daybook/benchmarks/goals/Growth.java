package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.Options;
import java.util.ArrayList;
import java.util.List;

/** The same figures while there is more and more of everything: what stays as it is, and what does not. */
public final class Growth {

    private static final int FEWEST_POINTS = 10_000;
    private static final int FEWEST_ITERATIONS = 100;
    private static final int FACTOR = 10;

    private final Options options;

    private Growth(Options options) {
        this.options = options;
    }

    public static void main(String... arguments) throws Exception {
        new Growth(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        options.clear();
        List<String> points = new ArrayList<>(List.of(GrowingSeries.HEAD));
        List<String> iterations = new ArrayList<>(List.of(GrowingExperiment.HEAD));
        try (Stage stage = new Stage(options)) {
            long mostPoints = options.number("points", options.isShort() ? FEWEST_POINTS : 10_000_000);
            for (int each = FEWEST_POINTS; each <= mostPoints; each *= FACTOR)
                say(points, new GrowingSeries(stage, each).line());
            long mostIterations = options.number("iterations", options.isShort() ? FEWEST_ITERATIONS : 100_000);
            for (int each = FEWEST_ITERATIONS; each <= mostIterations; each *= FACTOR)
                say(iterations, new GrowingExperiment(stage, each).line());
        }
        Tables.write(options.page(), "points", Growth.class, String.join("\n", points));
        Tables.write(options.page(), "iterations", Growth.class, String.join("\n", iterations));
    }

    private static void say(List<String> lines, String line) {
        System.out.println(line);
        lines.add(line);
    }
}
