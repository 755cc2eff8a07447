package io.daybook.benchmarks;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.page.Machine;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All views replaced while eight connections write and eight read. */
public final class Rebuild {

    private static final int EACH = 8;
    private static final int EVENTS = 200_000;
    private static final int QUIET_SECONDS = 20;
    private static final int DEADLINE_SECONDS = 600;
    private static final byte[] STATE = Requests.get("/ops/rebuilds/1");

    private final Options options;

    private Rebuild(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        new Rebuild(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        options.clear();
        try (ServerProcess server = ServerProcess.start(options)) {
            int port = server.port();
            fill(port);
            byte[][] requests = new byte[2 * EACH][];
            for (int i = 0; i < EACH; i++) {
                requests[2 * i] = Requests.point("run-" + i);
                // thinned, so that a longer series is no longer answer
                requests[2 * i + 1] = Requests.get(
                        "/series/iteration/" + iteration(port, i) + "/scalars?key=train%2Floss&points=100");
            }
            try (Latencies traffic = new Latencies(port, requests)) {
                measure(port, traffic);
            }
        }
    }

    /** One connection to an experiment: points that arrive together for one would become one event. */
    private static void fill(int port) throws Exception {
        List<byte[]> points = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            once(port, Requests.create("run-" + i));
            points.add(Requests.point("run-" + i));
        }
        try (Traffic traffic = Traffic.of(port, points)) {
            traffic.send(EVENTS);
        }
    }

    /** Crayon's experiments have an iteration each, in the order in which they were made. */
    private static long iteration(int port, int experiment) throws IOException {
        try (Connection connection = new Connection(port)) {
            String page = connection.text(Requests.get("/iteration/experiment/" + (experiment + 1)));
            return number(page, "\"id\":(\\d+)");
        }
    }

    private void measure(int port, Latencies traffic) throws Exception {
        traffic.begin();
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        Latencies.Phase before = traffic.begin();
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        double rate = before.perSecond();
        Latencies.Phase during = traffic.begin();
        long begun = System.nanoTime();
        once(port, Requests.post("/ops/views/all/rebuild?mode=replace", ""));
        String result = ended(port);
        double seconds = (System.nanoTime() - begun) / 1e9;
        write(report(result, seconds, traffic.failed(), new Phases(before, rate, during, during.perSecond())));
    }

    private record Phases(Latencies.Phase before, double rate, Latencies.Phase during, double rateDuring) {}

    private static String ended(int port) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        try (Connection connection = new Connection(port)) {
            while (System.nanoTime() < deadline) {
                String state = connection.text(STATE);
                if (!state.contains("RUNNING")) return state;
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IOException("the rebuild does not end");
    }

    private static String report(String result, double seconds, long failed, Phases phases) {
        long head = number(result, "\"head\":(\\d+)");
        double before = phases.before().millis(99);
        double during = phases.during().millis(99);
        return String.format(
                Locale.ROOT,
                """
                # Rebuild under load

                Written by `%s`. %s; server and clients share the machine. %d connections write points, %d read thinned series.

                | | | required |
                |---|---|---|
                | state | %s | DONE |
                | equal | %s | true |
                | requests that failed | %d | 0 |
                | events | %,d, by each of four views | 200,000 |
                | seconds | %.1f | |
                | events filled a second, over all views | %,.0f | |
                | 99 of 100 answers within, before | %.1f ms | |
                | 99 of 100 answers within, during | %.1f ms | |
                | ratio | %.2f | 2 |
                | answers a second, before and during | %,.0f, %,.0f | |
                """,
                Rebuild.class.getName(),
                Machine.described(),
                EACH,
                EACH,
                text(result, "\"state\":\"(\\w+)\""),
                text(result, "\"equal\":(\\w+)"),
                failed,
                head,
                seconds,
                4 * head / seconds,
                before,
                during,
                during / before,
                phases.rate(),
                phases.rateDuring());
    }

    private static void once(int port, byte[] request) throws Exception {
        try (Traffic traffic = Traffic.of(port, Collections.singletonList(request))) {
            traffic.send(1);
        }
    }

    private static long number(String json, String pattern) {
        return Long.parseLong(text(json, pattern));
    }

    private static String text(String json, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(json);
        if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + json);
        return found.group(1);
    }

    private void write(String text) throws IOException {
        Path file = options.results().resolve("rebuild.md");
        System.out.println(text);
        Files.writeString(file, text);
    }
}
