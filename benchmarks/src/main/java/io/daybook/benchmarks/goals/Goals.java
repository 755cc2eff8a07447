package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private Goals(Options options) {
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
        new Goals(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        options.clear();
        Set<String> wanted = options.only().isEmpty() ? measurements.keySet() : options.only();
        ExecutorService threads =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try (Stage stage = new Stage(options)) {
            for (var each : measurements.entrySet()) {
                if (!wanted.contains(each.getKey())) continue;
                List<Figure> found =
                        threads.submit(() -> each.getValue().measure(stage)).get(MINUTES_EACH, TimeUnit.MINUTES);
                found.forEach(figure -> System.out.println(figure.line()));
                figures.addAll(found);
            }
        }
        report(wanted.equals(measurements.keySet()));
    }

    private void report(boolean whole) throws Exception {
        String table = figures.stream().map(Figure::line).collect(Collectors.joining("\n", Figure.HEAD + "\n", ""));
        System.out.println("\n" + table);
        if (whole) Tables.write(options.page(), "goals", Goals.class, table);
    }
}
