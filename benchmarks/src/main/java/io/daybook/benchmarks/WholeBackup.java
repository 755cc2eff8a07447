package io.daybook.benchmarks;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.page.Machine;
import io.daybook.benchmarks.stage.LongLog;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A million events backed up while points are logged, and restored into an empty server, both with 512 MB. */
@SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotation is not worth its library here
public final class WholeBackup {

    private static final int ITERATIONS = 100;
    private static final int EACH = 10_000;
    private static final int CONNECTIONS = 4;
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final String SMALL = "-Xmx512m";

    private final Options options;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>(List.of("| step | |", "|---|---|"));
    private final Path zip;

    private WholeBackup(Options options) {
        this.options = options;
        this.zip = options.home().resolve("backup.zip");
    }

    public static void main(String[] arguments) throws Exception {
        new WholeBackup(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        options.clear();
        Options origin = in("origin");
        prepare(origin);
        String hash;
        try (ServerProcess server = ServerProcess.start(origin)) {
            awaitViews(server);
            backUp(server);
            hash = hashAt(server, ITERATIONS * EACH);
        }
        try (ServerProcess server = ServerProcess.start(in("copy"))) {
            restore(server, hash);
        }
        write(options.results().resolve("backup.md"));
    }

    private Options in(String folder) {
        return options.in(folder).onJava(SMALL);
    }

    private static void prepare(Options origin) throws Exception {
        try (ServerProcess server = ServerProcess.start(origin);
                Connection connection = new Connection(server.port())) {
            connection.text(Requests.post("/project", "{\"name\":\"long\"}"));
            connection.text(Requests.post("/experiment/project/1", "{\"name\":\"runs\",\"status_id\":1}"));
            for (int i = 0; i < ITERATIONS; i++) connection.text(Requests.post("/iteration/experiment/1", ""));
            connection.text(Requests.create("load"));
        }
        try (LongLog log = new LongLog(ServerProcess.home(origin))) {
            log.fill(ITERATIONS, EACH);
        }
    }

    private void backUp(ServerProcess server) throws Exception {
        try (Traffic load = Traffic.of(server.port(), Collections.nCopies(CONNECTIONS, Requests.point("load")));
                var threads = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(load), threads);
            double alone = rate(load);
            long before = load.answered();
            long begin = System.nanoTime();
            HttpResponse<Path> answer =
                    client.send(request(server, "/ops/backup").GET().build(), BodyHandlers.ofFile(zip));
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (answer.statusCode() != 200) throw new IOException("no backup: " + answer);
            double meanwhile = (load.answered() - before) / seconds;
            load.close();
            writing.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            String position = answer.headers().firstValue("Daybook-Position").orElseThrow();
            line("backing up %,d events while %d connections log points", Long.parseLong(position), CONNECTIONS)
                    .is("%.1f s", seconds);
            line("size of the zip").is("%,d MB", Files.size(zip) >> 20);
            line("points logged a second, before").is("%,.0f", alone);
            line("points logged a second, meanwhile").is("%,.0f", meanwhile);
            line("resident memory of the server with %s, at most", SMALL).is("%s", server.memory());
        }
    }

    /** Until it is closed. */
    private static void write(Traffic load) {
        try {
            load.send(Long.MAX_VALUE);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private double rate(Traffic load) throws InterruptedException {
        long before = load.answered();
        long begin = System.nanoTime();
        Thread.sleep(options.slot().toMillis() * 4);
        return (load.answered() - before) * 1e9 / (System.nanoTime() - begin);
    }

    private void restore(ServerProcess server, String hash) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.send(
                request(server, "/ops/restore?upTo=" + ITERATIONS * EACH)
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofFile(zip))
                        .build(),
                BodyHandlers.ofString());
        if (!answer.body().contains(hash)) throw new IOException("not restored: " + answer.body());
        line("checking and restoring %,d of them", ITERATIONS * EACH).is("%.1f s", since(begin));
        awaitViews(server);
        line("until the first read was answered").is("%.1f s", since(begin));
        line("resident memory of the server with %s, at most", SMALL).is("%s", server.memory());
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void awaitViews(ServerProcess server) throws Exception {
        long begin = System.nanoTime();
        while (!answers(server)) {
            if (since(begin) > DEADLINE.toSeconds()) throw new IOException("the views do not come back");
        }
    }

    private boolean answers(ServerProcess server) throws Exception {
        return client.send(request(server, "/series/iteration/1").GET().build(), BodyHandlers.ofString())
                        .statusCode()
                == 200;
    }

    private String hashAt(ServerProcess server, long position) throws Exception {
        String event = client.send(
                        request(server, "/audit/events/" + position).GET().build(), BodyHandlers.ofString())
                .body();
        return event.replaceAll("(?s).*\"hash\":\"([0-9a-f]{64})\".*", "$1");
    }

    private static HttpRequest.Builder request(ServerProcess server, String path) throws Exception {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(DEADLINE);
    }

    private Line line(String step, Object... values) {
        return new Line(String.format(Locale.ROOT, step, values));
    }

    private final class Line {

        private final String step;

        Line(String step) {
            this.step = step;
        }

        void is(String format, Object... values) {
            lines.add("| " + step + " | " + String.format(Locale.ROOT, format, values) + " |");
        }
    }

    private void write(Path file) throws IOException {
        String text = "# A million events, backed up and restored\n\nWritten by `" + WholeBackup.class.getName() + "`. "
                + Machine.described() + "; server and clients share the machine.\n\n" + String.join("\n", lines) + "\n";
        System.out.println(text);
        Files.writeString(file, text);
    }
}
