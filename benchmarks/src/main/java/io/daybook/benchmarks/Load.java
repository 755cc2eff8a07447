package io.daybook.benchmarks;

import io.daybook.benchmarks.Connection.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures a server that runs in a process of its own, and writes the report: see the module's README. */
public final class Load {

    static final int CONNECTIONS = 16;
    static final int LONG_SERIES = 100_000;

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final String LONG = "long";

    private final Options options;
    private final Rounds writes;
    private final LoadReport report;
    private long points;

    private Load(Options options) {
        this.options = options;
        this.writes = new Rounds(options.rounds(), options.slot());
        this.report = new LoadReport(writes);
    }

    public static void main(String[] arguments) throws Exception {
        new Load(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        clear(options.home());
        long head;
        try (ServerProcess server = ServerProcess.start(options)) {
            write(server.port());
            logLongSeries(server.port());
            head = read(server.port());
        }
        report.replayed(head, points);
        for (int i = 0; i < options.restarts(); i++) {
            double kept = secondsUntilRead();
            clear(ServerProcess.home(options).resolve("views"));
            report.restarted(kept, secondsUntilRead());
        }
        report.write(options.report());
    }

    private void write(int port) throws Exception {
        List<byte[]> apart = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> Requests.point("apart-" + i))
                .toList();
        create(port, IntStream.range(0, CONNECTIONS).mapToObj(i -> "apart-" + i).toList());
        create(port, List.of("shared", "alone", LONG));
        try (Traffic health = new Traffic(port, List.of(Requests.HEALTH));
                Traffic point = new Traffic(port, List.of(Requests.point("alone")));
                DiskLoop disk = new DiskLoop(options.home());
                Traffic healths = new Traffic(port, Collections.nCopies(CONNECTIONS, Requests.HEALTH));
                Traffic pointsApart = new Traffic(port, apart);
                Traffic pointsShared = new Traffic(port, Collections.nCopies(CONNECTIONS, Requests.point("shared")))) {
            writes.with(LoadReport.DISK, disk)
                    .with(LoadReport.POINTS_1, point)
                    .with(LoadReport.HEALTH_1, health)
                    .with(LoadReport.POINTS_APART, pointsApart)
                    .with(LoadReport.HEALTH_16, healths)
                    .with(LoadReport.POINTS_SHARED, pointsShared)
                    .run();
            points += point.answered() + pointsApart.answered() + pointsShared.answered();
        }
    }

    private static void create(int port, List<String> experiments) throws Exception {
        for (String name : experiments) {
            try (Traffic once = new Traffic(port, List.of(Requests.create(name)))) {
                once.send(1);
            }
        }
    }

    private void logLongSeries(int port) throws Exception {
        try (Traffic traffic = new Traffic(port, Collections.nCopies(CONNECTIONS, Requests.point(LONG)))) {
            traffic.send(LONG_SERIES);
            points += traffic.answered();
        }
    }

    /** Answers with the log's last position. */
    private long read(int port) throws Exception {
        try (Connection connection = new Connection(port)) {
            long position = 0;
            for (int i = -options.rounds(); i < options.rounds(); i++) {
                long begin = System.nanoTime();
                Answer answer = connection.exchange(Requests.read(LONG));
                if (answer.status() != 200) throw new IOException("not read: " + answer.head());
                if (i >= 0) report.read(System.nanoTime() - begin, answer.bytes());
                position = answer.number("Daybook-Position");
            }
            return position;
        }
    }

    /** From starting the program until a read of the long series is answered. */
    private double secondsUntilRead() throws Exception {
        long begin = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(options)) {
            while (!answers(server.port())) {
                if (System.nanoTime() - begin > DEADLINE.toNanos()) throw new IOException("the views do not come back");
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** The server itself waits a while for its views, and closes the connection when they do not come. */
    private static boolean answers(int port) throws IOException {
        try (Connection connection = new Connection(port)) {
            return connection.exchange(Requests.read(LONG)).status() == 200;
        }
    }

    static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
