package io.daybook.benchmarks.stage;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.feed.Columns;
import io.daybook.benchmarks.feed.Filling;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server that figures are measured on, and what is stored in it: started and filled when first asked for. */
public final class Stage implements AutoCloseable {

    private static final String BESIDE = "train/accuracy";
    private static final int CREATORS = 16;
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");

    private final Options options;
    private final Sizes sizes;
    private final Map<Integer, Long> series = new HashMap<>();
    private final Map<Integer, Long> experiments = new HashMap<>();
    private @Nullable ServerProcess server;

    public Stage(Options options) {
        this.options = options;
        this.sizes = Sizes.of(options);
    }

    public Options options() {
        return options;
    }

    public Sizes sizes() {
        return sizes;
    }

    public ServerProcess server() throws Exception {
        ServerProcess running = server;
        if (running == null) {
            options.in("stage").clear();
            running = ServerProcess.start(options.in("stage"));
            server = running;
            create("/project", "{\"name\":\"goals\"}");
        }
        return running;
    }

    public int port() throws Exception {
        return server().port();
    }

    public Views views() throws Exception {
        return new Views(port());
    }

    public long experiment() throws Exception {
        port();
        return create("/experiment/project/1", "{\"name\":\"runs\",\"status_id\":1}");
    }

    public long iteration(long experiment) throws Exception {
        return create("/iteration/experiment/" + experiment, "");
    }

    /** An experiment of the older protocol. */
    public void crayon(String experiment) throws Exception {
        try (Connection connection = new Connection(port())) {
            connection.exchange(Requests.create(experiment)).done();
        }
    }

    /** An iteration with so many points of one key, and among them some of another. */
    public long seriesOf(int points) throws Exception {
        Long known = series.get(points);
        if (known != null) return known;
        long iteration = iteration(experiment());
        try (Connection connection = new Connection(port())) {
            Filling filling = new Filling(connection, iteration);
            filling.log(Columns.KEY, points, 1);
            filling.log(BESIDE, Math.min(points, sizes.series()), strideBeside(points));
        }
        views().await();
        series.put(points, iteration);
        return iteration;
    }

    /** Between two steps of the other key. */
    public int strideBeside(int points) {
        return Math.max(1, points / sizes.series());
    }

    /** An experiment with so many iterations. */
    public long experimentOf(int iterations) throws Exception {
        Long known = experiments.get(iterations);
        if (known != null) return known;
        long experiment = experiment();
        byte[] one = Requests.post("/iteration/experiment/" + experiment, "");
        try (Traffic traffic = Traffic.of(port(), Collections.nCopies(CREATORS, one))) {
            traffic.send(iterations);
        }
        views().await();
        experiments.put(iterations, experiment);
        return experiment;
    }

    /** The id of what was created. */
    private long create(String path, String body) throws Exception {
        try (Connection connection = new Connection(port())) {
            String answer = connection.text(Requests.post(path, body));
            Matcher id = NUMBER.matcher(answer);
            if (!answer.contains("_id\":") || !id.find()) throw new IOException("not created: " + answer);
            return Long.parseLong(id.group());
        }
    }

    /** Stops the server, so that it is in nobody's way. What it has is not measured again. */
    public void pause() {
        close();
        server = null;
        series.clear();
        experiments.clear();
    }

    @Override
    public void close() {
        ServerProcess running = server;
        if (running != null) running.close();
    }
}
