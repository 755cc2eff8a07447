package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Measures all figures in one run, or those that are asked for; the page is written when they were all measured. */
public final class Goals {

    private static final int MINUTES_EACH = 8;

    private final Options options;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    Goals(Options options) {
        this.options = options;
        measurements.put("reads", new Reads());
        measurements.put("rebuild", new Rebuilt());
        measurements.put("points", new Points());
        measurements.put("iterations", new Iterations());
        measurements.put("batches", new Batches());
        measurements.put("mixed", new Mixed());
        measurements.put("pages", new Pages());
        measurements.put("memory", new Memory());
        measurements.put("replay", new Replayed());
        measurements.put("starts", new Starts());
        if (!measurements.keySet().containsAll(options.only()))
            throw new IllegalArgumentException("--only= takes some of " + measurements.keySet());
    }

    public static void main(String... arguments) throws Exception {
        Goals goals = new Goals(Options.of(arguments));
        String table = goals.table();
        if (goals.isWhole()) Tables.write(goals.options.page(), "goals", Goals.class, table);
    }

    /** Of what is wanted. */
    String table() throws Exception {
        options.clear();
        ExecutorService threads =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try (Stage stage = new Stage(options)) {
            for (var each : measurements.entrySet()) {
                if (!isWhole() && !options.only().contains(each.getKey())) continue;
                List<Figure> found =
                        threads.submit(() -> each.getValue().measure(stage)).get(MINUTES_EACH, TimeUnit.MINUTES);
                found.forEach(figure -> System.out.println(figure.line()));
                figures.addAll(found);
            }
        }
        String table = figures.stream().map(Figure::line).collect(Collectors.joining("\n", Figure.HEAD + "\n", ""));
        System.out.println("\n" + table);
        return table;
    }

    boolean isWhole() {
        return options.only().isEmpty();
    }
}
