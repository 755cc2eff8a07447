package io.daybook.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Connection.Answer;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.page.Machine;
import io.daybook.benchmarks.stage.LongLog;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.ServerProcess;
import io.daybook.benchmarks.stage.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What auditors read of a log of ten million events: pages by each filter, and all of it as lines. */
public final class Audit {

    private static final int REPEATED = 100;
    /** Who acts is somebody whom the log knows. */
    private static final String RARE =
            "{\"first_name\":\"R\",\"last_name\":\"R\",\"username\":\"rare\",\"password\":\"p4ssword\"}";

    private static final String PAGE = "/audit/events?limit=1000";
    private static final String OF_SMALL_PROJECT = PAGE + "&project=" + LongLog.SMALL_PROJECT;

    /** For views to pass over the events of iterations that they do not know; they would be in the way meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Options options;
    private final List<String> pages;
    private final List<String> lines = new ArrayList<>();

    private Audit(Options options) {
        this.options = options;
        this.pages = List.of(
                OF_SMALL_PROJECT,
                OF_SMALL_PROJECT + "&type=ScalarsLogged",
                OF_SMALL_PROJECT + "&type=ParameterLogged&type=IterationCreated",
                OF_SMALL_PROJECT + "&actor=" + LongLog.RARE_USER + "&via=tracking",
                PAGE + "&actor=" + LongLog.RARE_USER,
                PAGE + "&aggregate=iteration-1000500",
                PAGE + "&type=DefaultUserSeeded",
                PAGE + "&from=" + options.events() / 2,
                PAGE + "&project=1&type=IterationCreated");
    }

    public static void main(String[] arguments) throws Exception {
        new Audit(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        if (!options.isKept()) fill();
        try (ServerProcess server = ServerProcess.start(options)) {
            new Views(server.port()).await(LONGEST);
            try (Connection connection = new Connection(server.port())) {
                pages(connection);
                export(connection, server);
            }
        }
        write(options.results().resolve("audit.md"));
    }

    private void fill() throws Exception {
        options.clear();
        try (ServerProcess server = ServerProcess.start(options);
                Connection connection = new Connection(server.port())) {
            String user = connection.text(Requests.post("/user/", RARE));
            if (!user.contains("\"user_id\":" + LongLog.RARE_USER)) throw new IOException("another user: " + user);
        }
        long begin = System.nanoTime();
        try (LongLog log = new LongLog(ServerProcess.home(options))) {
            log.fillTo(options.events());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        lines.add("The log of %,d events was written in %.0f s.\n".formatted(options.events(), seconds));
    }

    private void pages(Connection connection) throws IOException {
        long warm = System.nanoTime() + options.warmUp().toNanos();
        while (System.nanoTime() < warm) for (String page : pages) millis(connection, page);
        lines.add("| request | median | 99 of 100 within | required |\n|---|---|---|---|");
        for (String page : pages) page(connection, page);
    }

    private void page(Connection connection, String path) throws IOException {
        double[] millis = new double[REPEATED];
        for (int i = 0; i < REPEATED; i++) millis[i] = millis(connection, path);
        Arrays.sort(millis);
        lines.add(String.format(
                Locale.ROOT,
                "| `GET %s` | %.1f ms | %.1f ms | %s |",
                path,
                millis[REPEATED / 2],
                millis[REPEATED * 99 / 100],
                path.equals(OF_SMALL_PROJECT) ? "50 ms" : ""));
    }

    private static double millis(Connection connection, String path) throws IOException {
        long begin = System.nanoTime();
        Answer answer = connection.exchange(Requests.get(path));
        if (answer.status() != 200) throw new IOException("not read: " + answer.head());
        return (System.nanoTime() - begin) / 1e6;
    }

    private void export(Connection connection, ServerProcess server) throws IOException {
        String before = server.memory();
        byte[] request =
                "GET /audit/events HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n\r\n".getBytes(UTF_8);
        long begin = System.nanoTime();
        Answer answer = connection.exchange(request);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (answer.status() != 200) throw new IOException("not read: " + answer.head());
        lines.add("\nAll events as lines: %,.0f events and %.0f MB a second (required: 50,000 events a second)."
                .formatted(options.events() / seconds, answer.bytes() / seconds / 1e6));
        lines.add("The server's memory at most: %s before, %s after.".formatted(before, server.memory()));
    }

    private void write(Path file) throws IOException {
        String text = "# Audit\n\nWritten by `" + Audit.class.getName() + "`. " + Machine.described()
                + "; server and client share the machine.\n\n" + String.join("\n", lines) + "\n";
        System.out.println(text);
        Files.writeString(file, text);
    }
}
