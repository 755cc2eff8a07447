package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.Connection;
import io.daybook.benchmarks.Requests;
import io.daybook.benchmarks.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that is done with an iteration, when it has so many points. */
final class GrowingSeries {

    static final String HEAD = """
            | points of the iteration | logged, points/s | bytes a point in the log | and in the views | thinned to 1,000 | page of 200 metrics near the end | list of its series | one more point, 1 connection |
            |---|---|---|---|---|---|---|---|""";

    private final Stage stage;
    private final int points;

    GrowingSeries(Stage stage, int points) {
        this.stage = stage;
        this.points = points;
    }

    String line() throws Exception {
        Path home = ServerProcess.home(stage.options().in("stage"));
        long iteration = stage.iteration(stage.experiment());
        long log = bytes(home, "events.db");
        long views = bytes(home, "views");
        double perSecond = fill(iteration);
        log = bytes(home, "events.db") - log;
        views = bytes(home, "views") - views;
        Reading reading = new Reading(stage.port(), stage.sizes());
        byte[] list = Requests.get("/series/iteration/" + iteration);
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %.1f | %.1f | %.1f ms | %.1f ms | %.1f ms | %s |",
                points,
                perSecond,
                log / (double) points,
                views / (double) points,
                Reading.millis(reading.of(Reads.thinned(iteration), "\"thinned\":true"), 50),
                Reading.millis(reading.of(Reads.page(iteration, points), "\"step\":" + Reads.at(points) + ","), 50),
                Reading.millis(reading.of(() -> list, "\"count\":" + points), 50),
                Unit.PER_SECOND.text(oneMore(iteration)));
    }

    /** Points a second, until the views have them. */
    private double fill(long iteration) throws Exception {
        long begin = System.nanoTime();
        try (Connection connection = new Connection(stage.port())) {
            new Filling(connection, iteration).log(Stage.KEY, points, 1);
        }
        stage.views().await();
        return points * 1e9 / (System.nanoTime() - begin);
    }

    private double oneMore(long iteration) throws Exception {
        String name = "one";
        try (Rates rates = new Rates(stage)) {
            rates.writes(name, 1, List.of(Points.point(iteration))).run();
            return rates.median(name);
        }
    }

    /** Of a file and those beside it that begin like it, or of all in a folder. */
    private static long bytes(Path home, String name) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> home.relativize(file).toString().startsWith(name))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
