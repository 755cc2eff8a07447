package io.daybook.benchmarks.mlflow;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Batch;
import io.daybook.benchmarks.feed.IterationPages;
import io.daybook.benchmarks.feed.SeriesReads;
import io.daybook.benchmarks.stage.CaughtUp;
import io.daybook.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.List;

/** Daybook, through its tracking and series routes. Writes are not done before the views have them. */
final class Daybook implements Tracker {

    private static final int MORE = 1_000;

    private final Stage stage;
    private final long experiment;

    Daybook(Stage stage) throws Exception {
        this.stage = stage;
        this.experiment = stage.experiment();
    }

    @Override
    public int port() throws Exception {
        return stage.port();
    }

    private long run() throws Exception {
        return stage.iteration(experiment);
    }

    @Override
    public Feed points() throws Exception {
        return Feed.of(Requests.metric(run()));
    }

    @Override
    public Feed batches() throws Exception {
        return Batch.of(run());
    }

    @Override
    public Feed newRuns() {
        return Feed.of(Requests.post("/iteration/experiment/" + experiment, ""));
    }

    @Override
    public Feed aRun() throws Exception {
        return Feed.of(Requests.get("/iteration/" + run()));
    }

    @Override
    public Feed pages() throws Exception {
        return IterationPages.of(stage.experimentOf(MORE), PAGE, MORE);
    }

    @Override
    public String series() throws Exception {
        return Long.toString(stage.seriesOf(SERIES));
    }

    @Override
    public void readAll(Connection connection, String run) throws IOException {
        connection.exchange(SeriesReads.full(Long.parseLong(run)).next()).done();
    }

    @Override
    public Feed chart(String run) {
        return SeriesReads.thinned(Long.parseLong(run));
    }

    @Override
    public Rounds.Subject writing(List<Feed> feeds, int each) throws Exception {
        return new CaughtUp(new Traffic(port(), feeds), List.of(stage.views()), each);
    }
}
