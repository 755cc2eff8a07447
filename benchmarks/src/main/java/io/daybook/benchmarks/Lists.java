package io.daybook.benchmarks;

import io.daybook.benchmarks.Connection.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Iterations of the tracking API: created, read one by one, and listed in pages among a hundred thousand. */
public final class Lists {

    private static final String DISK = "`fdatasync` of 512 bytes, one thread";
    private static final String HEALTH = "`GET /health`, 16 connections";
    private static final String CREATED = "iterations created, 1 connection";
    private static final String READ = "`GET /iteration/{id}`, 16 connections";

    private static final int CONNECTIONS = 16;
    private static final int MANY = 100_000;
    private static final int PAGE = 200;
    private static final int PAGES = 200;
    private static final byte[] CREATE = Requests.post("/iteration/experiment/1", "");

    private final Options options;
    private final List<String> lines = new ArrayList<>();

    private Lists(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        new Lists(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        Load.clear(options.home());
        try (ServerProcess server = ServerProcess.start(options)) {
            int port = server.port();
            once(port, Requests.post("/project", "{\"name\":\"many\"}"));
            once(port, Requests.post("/experiment/project/1", "{\"name\":\"runs\",\"status_id\":1}"));
            once(port, CREATE);
            rates(port);
            long count = fill(port);
            pages(port, count);
        }
        write(options.report().resolveSibling("lists.md"));
    }

    private void rates(int port) throws Exception {
        Rounds rounds = new Rounds(options.rounds(), options.slot());
        byte[] one = Requests.get("/iteration/1");
        try (Traffic created = new Traffic(port, List.of(CREATE));
                DiskLoop disk = new DiskLoop(options.home());
                Traffic healths = new Traffic(port, Collections.nCopies(CONNECTIONS, Requests.HEALTH));
                Traffic reads = new Traffic(port, Collections.nCopies(CONNECTIONS, one))) {
            rounds.with(DISK, disk)
                    .with(CREATED, created)
                    .with(HEALTH, healths)
                    .with(READ, reads)
                    .run();
        }
        lines.add("| measured | a second, median | against | ratio |\n|---|---|---|---|");
        ratio(rounds, CREATED, DISK);
        ratio(rounds, READ, HEALTH);
        lines.add("\nCreating 1,000 iterations one after the other takes %.0f ms."
                .formatted(1e6 / rounds.median(CREATED)));
    }

    /** Answers how many there are then. */
    private static long fill(int port) throws Exception {
        try (Traffic traffic = new Traffic(port, Collections.nCopies(CONNECTIONS, CREATE))) {
            traffic.send(MANY);
        }
        try (Connection connection = new Connection(port)) {
            String last = connection.text(Requests.get("/iteration/experiment/1?limit=1"));
            return Long.parseLong(last.replaceAll(".*\"total\":(\\d+).*", "$1"));
        }
    }

    private void pages(int port, long count) throws Exception {
        lines.add("\n## Pages of %d among %d iterations of one experiment, one connection\n".formatted(PAGE, count));
        lines.add("| offset | median | 99 of 100 within | required |\n|---|---|---|---|");
        for (long offset : new long[] {0, count / 2, count - PAGE}) page(port, offset);
    }

    private void page(int port, long offset) throws IOException {
        byte[] request = Requests.get("/iteration/experiment/1?limit=" + PAGE + "&offset=" + offset);
        double[] millis = new double[PAGES];
        try (Connection connection = new Connection(port)) {
            for (int i = -PAGES; i < PAGES; i++) {
                long begin = System.nanoTime();
                Answer answer = connection.exchange(request);
                if (answer.status() != 200) throw new IOException("not read: " + answer.head());
                if (i >= 0) millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        lines.add(String.format(
                Locale.ROOT,
                "| %d | %.1f ms | %.1f ms | 15 ms |",
                offset,
                millis[PAGES / 2],
                millis[PAGES * 99 / 100]));
    }

    private static void once(int port, byte[] request) throws Exception {
        try (Traffic traffic = new Traffic(port, List.of(request))) {
            traffic.send(1);
        }
    }

    private void ratio(Rounds rounds, String measured, String against) {
        double rate = rounds.median(measured);
        lines.add(String.format(
                Locale.ROOT, "| %s | %,.0f | %s | %.2f |", measured, rate, against, rounds.ratio(measured, against)));
    }

    private void write(Path file) throws IOException {
        String text = "# Lists\n\nWritten by `" + Lists.class.getName() + "`. " + Machine.described()
                + "; server and clients share the machine.\n\n" + String.join("\n", lines) + "\n";
        System.out.println(text);
        Files.writeString(file, text);
    }
}
