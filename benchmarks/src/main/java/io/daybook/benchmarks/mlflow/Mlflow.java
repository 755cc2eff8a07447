package io.daybook.benchmarks.mlflow;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** MLflow's server, through its REST interface. */
final class Mlflow implements Tracker {

    private static final String API = "/api/2.0/mlflow/";
    private static final int MORE = 200;
    private static final int CREATORS = 4;
    private static final long MILLIS = 1_771_000_000_000L;

    /** As many as an answer may have. */
    private static final int HISTORY = 25_000;

    private static final Pattern RUN = Pattern.compile("\"run_id\":\\s*\"(\\w+)\"");
    private static final Pattern EXPERIMENT = Pattern.compile("\"experiment_id\":\\s*\"(\\w+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next_page_token\":\\s*\"([^\"]+)\"");

    private final int port;
    private final String experiment;
    private final SplittableRandom random = new SplittableRandom(7);

    Mlflow(int port) throws IOException {
        this.port = port;
        this.experiment = asked(EXPERIMENT, Requests.post(API + "experiments/create", "{\"name\":\"runs\"}"));
    }

    @Override
    public int port() {
        return port;
    }

    private String asked(Pattern wanted, byte[] request) throws IOException {
        try (Connection connection = new Connection(port)) {
            String answer = connection.text(request);
            Matcher found = wanted.matcher(answer);
            if (!found.find()) throw new IOException("no " + wanted + " in " + answer);
            return found.group(1);
        }
    }

    private String run() throws IOException {
        return asked(RUN, newRuns().next());
    }

    @Override
    public Feed points() throws IOException {
        String run = run();
        AtomicLong step = new AtomicLong();
        return () -> Requests.post(
                API + "runs/log-metric", "{\"run_id\":\"" + run + "\"," + metric(step.getAndIncrement()) + "}");
    }

    /** It takes the same point again for the one that it has. */
    private String metric(long step) {
        return "\"key\":\"train/loss\",\"value\":" + random.nextDouble() + ",\"timestamp\":" + (MILLIS + step)
                + ",\"step\":" + step;
    }

    @Override
    public Feed batches() throws IOException {
        return batches(run());
    }

    private Feed batches(String run) {
        AtomicLong sent = new AtomicLong();
        return () -> batch(run, BATCH * sent.getAndIncrement());
    }

    private byte[] batch(String run, long first) {
        return Requests.post(
                API + "runs/log-batch",
                LongStream.range(first, first + BATCH)
                        .mapToObj(step -> "{" + metric(step) + "}")
                        .collect(Collectors.joining(",", "{\"run_id\":\"" + run + "\",\"metrics\":[", "]}")));
    }

    @Override
    public Feed newRuns() {
        return Feed.of(Requests.post(
                API + "runs/create", "{\"experiment_id\":\"" + experiment + "\",\"start_time\":" + MILLIS + "}"));
    }

    @Override
    public Feed aRun() throws IOException {
        return Feed.of(Requests.get(API + "runs/get?run_id=" + run()));
    }

    @Override
    public Feed pages() throws Exception {
        try (Traffic creating = new Traffic(port, Collections.nCopies(CREATORS, newRuns()))) {
            creating.send(MORE);
        }
        return Feed.of(Requests.post(
                API + "runs/search", "{\"experiment_ids\":[\"" + experiment + "\"],\"max_results\":" + PAGE + "}"));
    }

    @Override
    public String series() throws Exception {
        String run = run();
        try (Traffic filling = new Traffic(port, List.of(batches(run)))) {
            filling.send(SERIES / BATCH);
        }
        return run;
    }

    @Override
    public void readAll(Connection connection, String run) throws IOException {
        String path = API + "metrics/get-history?run_id=" + run + "&metric_key=train%2Floss&max_results=" + HISTORY;
        String answer = connection.text(Requests.get(path));
        int pages = 1;
        for (Matcher next = NEXT.matcher(answer); next.find(); next = NEXT.matcher(answer)) {
            answer = connection.text(Requests.get(path + "&page_token=" + next.group(1)));
            pages++;
        }
        if (pages < SERIES / HISTORY) throw new IOException("not all was read: " + pages + " pages");
    }

    @Override
    public Feed chart(String run) {
        return Feed.of(Requests.get("/ajax-api/2.0/mlflow/metrics/get-history-bulk-interval?run_ids=" + run
                + "&metric_key=train%2Floss&max_results=" + BATCH));
    }

    @Override
    public Rounds.Subject writing(List<Feed> feeds, int each) {
        Traffic traffic = new Traffic(port, feeds);
        return time -> each * traffic.rate(time);
    }
}
