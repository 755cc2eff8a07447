package io.daybook.benchmarks.scaling;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Batch;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What clients do.
 *
 * @param key by which results name it
 * @param feeds one for each client, for what is stored behind that stage
 */
record Load(String key, String name, Feeds feeds) {

    private static final int FEW = 4;

    static final Load POINTS =
            new Load("points", "single points, 16 clients, 16 iterations", stage -> points(stage, Rates.CONNECTIONS));

    static final Load BATCHES = new Load("batches", "batches of 1,000 points, 4 clients, 4 iterations", Load::batches);

    static final Load HOT = new Load(
            "hot",
            "single points, 16 clients, one iteration",
            stage -> Collections.nCopies(Rates.CONNECTIONS, points(stage, 1).getFirst()));

    static final Load ITERATIONS =
            new Load("iterations", "iterations created, 4 clients, 4 experiments", Load::created);

    static final Load READS = new Load("reads", "`GET /iteration/{id}`, 16 clients", Load::reads);

    static final List<Load> ALL = List.of(POINTS, BATCHES, HOT, ITERATIONS, READS);

    interface Feeds {
        List<Feed> of(Stage stage) throws Exception;
    }

    boolean isRead() {
        return equals(READS);
    }

    /** Points of a request. */
    int points() {
        return equals(BATCHES) ? Batch.POINTS : 1;
    }

    private static List<Feed> points(Stage stage, int iterations) throws Exception {
        long experiment = stage.experiment();
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i < iterations; i++) feeds.add(Feed.of(Requests.metric(stage.iteration(experiment))));
        return feeds;
    }

    private static List<Feed> batches(Stage stage) throws Exception {
        long experiment = stage.experiment();
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i < FEW; i++) feeds.add(Batch.of(stage.iteration(experiment)));
        return feeds;
    }

    private static List<Feed> created(Stage stage) throws Exception {
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i < FEW; i++)
            feeds.add(Feed.of(Requests.post("/iteration/experiment/" + stage.experiment(), "")));
        return feeds;
    }

    private static List<Feed> reads(Stage stage) throws Exception {
        byte[] read = Requests.get("/iteration/" + stage.iteration(stage.experiment()));
        return Collections.nCopies(Rates.CONNECTIONS, Feed.of(read));
    }
}
