package io.daybook.benchmarks.flames;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Columns;
import io.daybook.benchmarks.feed.SeriesReads;
import io.daybook.benchmarks.page.Machine;
import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Profiles of the three hottest paths, as flame graphs beside the page that links to them. */
public final class Flames {

    private static final int TOGETHER = 16;
    private static final int WRITERS = 4;

    private final Stage stage;
    private final Options options;
    private final Path folder;
    private final StringBuilder table = new StringBuilder("""
            | path | requests/s while recorded | samples | flame graph |
            |---|---|---|---|
            """);

    public Flames(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
        this.folder = options.page().resolveSibling("performance");
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        options.clear();
        try (Stage stage = new Stage(options)) {
            new Flames(stage).run();
        }
    }

    public void run() throws Exception {
        Files.createDirectories(folder);
        long experiment = stage.experiment();
        Feed point = Feed.of(Requests.metric(stage.iteration(experiment)));
        draw("Single points, 16 connections to one iteration", Collections.nCopies(TOGETHER, point));
        List<Feed> columns = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) columns.add(new Columns(stage.iteration(experiment)));
        draw("Series columns of 10,000, 4 connections", columns);
        Feed full = SeriesReads.full(stage.seriesOf(stage.sizes().series()));
        draw("A long series read in full as JSON columns", List.of(full));
        Tables.write(options.page(), "flames", Flames.class, table.toString().stripTrailing());
    }

    private void draw(String path, List<Feed> feeds) throws Exception {
        Path recorded = options.home().resolve("recording.jfr").toAbsolutePath();
        double rate;
        try (Traffic traffic = new Traffic(stage.port(), feeds)) {
            traffic.rate(time(15));
            Recording recording = Recording.begin(stage.server(), recorded);
            rate = traffic.rate(time(20));
            recording.end();
        }
        stage.views().await();
        Frame stacks = Recording.stacks(recorded);
        write(path, rate, stacks);
    }

    private Duration time(int seconds) {
        return options.isShort() ? Duration.ofMillis(300) : Duration.ofSeconds(seconds);
    }

    private void write(String path, double rate, Frame stacks) throws IOException {
        String name = path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
        String title = String.format(
                Locale.ROOT,
                "%s: %,.0f requests/s; %,d samples of the server. %s",
                path,
                rate,
                stacks.samples(),
                Machine.described());
        Files.writeString(folder.resolve(name), new FlameGraph(stacks, title).svg());
        table.append(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,d | [%s](%s/%s) |\n",
                path,
                rate,
                stacks.samples(),
                name,
                folder.getFileName(),
                name));
    }
}
