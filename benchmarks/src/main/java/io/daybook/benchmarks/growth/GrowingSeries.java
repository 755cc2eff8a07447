package io.daybook.benchmarks.growth;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Columns;
import io.daybook.benchmarks.feed.Filling;
import io.daybook.benchmarks.feed.SeriesReads;
import io.daybook.benchmarks.growth.GrowthTable.Column;
import io.daybook.benchmarks.stage.DatabaseFile;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Reading;
import io.daybook.benchmarks.stage.ServerProcess;
import io.daybook.benchmarks.stage.Stage;
import java.nio.file.Path;
import java.util.List;

/** Everything that is done with an iteration, when it has so many points. */
final class GrowingSeries {

    static final List<Column> COLUMNS = List.of(
            new Column("logged, views included", "%,.0f points/s"),
            new Column("a point in the log", "%.1f bytes"),
            new Column("a point in the views", "%.1f bytes"),
            new Column("thinned to 1,000", "%.1f ms"),
            new Column("page of 200 metrics near the end", "%.1f ms"),
            new Column("list of its series", "%.1f ms"),
            new Column("one more point, 1 connection", "%,.0f/s"));

    private final Stage stage;
    private final int points;

    GrowingSeries(Stage stage, int points) {
        this.stage = stage;
        this.points = points;
    }

    double[] figures() throws Exception {
        Path home = ServerProcess.home(stage.options().in("stage"));
        long iteration = stage.iteration(stage.experiment());
        DatabaseFile log = new DatabaseFile(home.resolve("events.db"));
        DatabaseFile views = new DatabaseFile(home.resolve("views").resolve("views.db"));
        long logBefore = log.bytes();
        long viewsBefore = views.bytes();
        double perSecond = fill(iteration);
        Feed list = Feed.of(Requests.get("/series/iteration/" + iteration));
        String step = "\"step\":" + SeriesReads.at(points) + ",";
        return new double[] {
            perSecond,
            (log.bytes() - logBefore) / (double) points,
            (views.bytes() - viewsBefore) / (double) points,
            millis(SeriesReads.thinned(iteration), "\"thinned\":true"),
            millis(SeriesReads.page(iteration, points), step),
            millis(list, "\"count\":" + points),
            oneMore(iteration)
        };
    }

    private double millis(Feed feed, String says) throws Exception {
        return Reading.millis(new Reading(stage.port(), stage.sizes()).of(feed, says), 50);
    }

    /** Points a second, until the views have them. */
    private double fill(long iteration) throws Exception {
        long begin = System.nanoTime();
        try (Connection connection = new Connection(stage.port())) {
            new Filling(connection, iteration).log(Columns.KEY, points, 1);
        }
        stage.views().await();
        return points * 1e9 / (System.nanoTime() - begin);
    }

    private double oneMore(long iteration) throws Exception {
        String name = "one";
        try (Rates rates = new Rates(stage)) {
            rates.writes(name, 1, List.of(Feed.of(Requests.metric(iteration)))).run();
            return rates.median(name);
        }
    }
}
