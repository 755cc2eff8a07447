package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.LongLog;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.ServerProcess;
import io.daybook.benchmarks.stage.Stage;
import io.daybook.benchmarks.stage.Views;
import java.time.Duration;
import java.util.List;

/** Views deleted, and the server started: how fast they come back. Each event holds one point. */
final class Replayed implements Measurement {

    private static final int ITERATIONS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        stage.pause();
        Options options = stage.options().in("replayed");
        options.clear();
        try (ServerProcess server = ServerProcess.start(options);
                Connection connection = new Connection(server.port())) {
            connection.text(Requests.post("/project", "{\"name\":\"long\"}"));
            connection.text(Requests.post("/experiment/project/1", "{\"name\":\"runs\",\"status_id\":1}"));
            for (int i = 0; i < ITERATIONS; i++) connection.text(Requests.post("/iteration/experiment/1", ""));
        }
        try (LongLog log = new LongLog(ServerProcess.home(options))) {
            log.fill(ITERATIONS, stage.sizes().replayed() / ITERATIONS);
        }
        options.clearViews();
        try (ServerProcess server = ServerProcess.start(options)) {
            return List.of(filling(server));
        } finally {
            options.clear();
        }
    }

    /** From the first moment at which somebody can see how far they are. */
    private static Figure filling(ServerProcess server) throws Exception {
        Views.Place first;
        long begin;
        try (Connection connection = new Connection(server.port())) {
            first = Views.place(connection);
            begin = System.nanoTime();
        }
        Views.Place last = new Views(server.port()).await(LONGEST);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long events = last.position() - first.position();
        return new Goal(50_000, Unit.PER_SECOND)
                .measured(
                        "events replayed into all views, a point each",
                        events / seconds,
                        "%,d of %,d events in %.1f s, from the first answer of the server on",
                        events,
                        last.head(),
                        seconds);
    }
}
