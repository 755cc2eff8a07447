package io.daybook.testkit.crash;

import io.daybook.testkit.ledger.Picture;
import io.daybook.testkit.server.Crayon;
import io.daybook.testkit.server.Json;
import io.daybook.testkit.server.LogDirectory;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Two million points in 200 series, in a server that has 256 MB: nine tenths come in a TensorBoard log directory that is
 * restored, the others are logged one by one over 16 connections. All are read, backed up, restored under another name
 * and compared; then the views are thrown away and rebuilt. Takes the server's jar as its argument.
 */
public final class ManyPoints {

    private static final int SERIES = 200;
    private static final int RESTORED = 9_000;
    private static final int LOGGED = 1_000;
    private static final int CONNECTIONS = 16;
    private static final String NAME = "many points";
    private static final String COPY = "many points, restored";
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->([0-9]+)M\\(");

    private final Path folder;
    private final Site site;

    private ManyPoints(Path folder, Path jar) {
        this.folder = folder;
        String log = "-Xlog:gc:file=" + folder.resolve("gc.log") + "::filecount=0";
        this.site = new Site(Site.ofJar(jar, "-Xmx256m", log), folder.resolve("home"), null, List.of());
    }

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments.length == 0 ? "server/target/daybook.jar" : arguments[0]);
        Path folder = Files.createTempDirectory("daybook-many");
        new ManyPoints(folder, jar).run();
        Site.delete(folder);
    }

    private void run() throws IOException {
        Path directory = folder.resolve("tensorboard.zip");
        Path backup = folder.resolve("backup.zip");
        LogDirectory.write(directory, SERIES, RESTORED, 0);
        Picture before;
        try (ServerProcess server = site.start();
                Crayon crayon = new Crayon(server.address())) {
            timed("restoring 1,800,000 points of a log directory", () -> crayon.restore(NAME, directory, null));
            timed("logging 200,000 points one by one", () -> log(crayon));
            timed("reading 2,000,000 points, and checking them", () -> check(crayon));
            timed("writing the backup", () -> crayon.get("/backup" + Crayon.query("xp", NAME), backup));
            timed("restoring it", () -> crayon.restore(COPY, backup, null));
            timed("comparing every answer", () -> compare(crayon));
            before = Picture.ofServer(crayon);
            report(server, backup);
            server.stop();
        }
        rebuild(before);
    }

    private static void log(Crayon crayon) {
        List<Client> clients = new ArrayList<>();
        for (int first = 0; first < CONNECTIONS; first++) clients.add(new Logger(first));
        new Load(crayon, clients).close();
    }

    /** Logs to every sixteenth series, in turns. */
    private record Logger(int first) implements Client {

        private int series() {
            return (SERIES - first + CONNECTIONS - 1) / CONNECTIONS;
        }

        @Override
        public int limit() {
            return series() * LOGGED;
        }

        @Override
        public void act(Crayon crayon, int n) throws IOException {
            int series = first + n % series() * CONNECTIONS;
            int step = RESTORED + n / series();
            String point =
                    "[" + LogDirectory.wallTime(step) + "," + step + "," + LogDirectory.value(series, step, 0) + "]";
            crayon.post(path(series), point, null);
        }
    }

    private static String path(int series) {
        return "/data/scalars" + Crayon.query("xp", NAME, "name", LogDirectory.name(series, 0));
    }

    private static void check(Crayon crayon) throws IOException {
        for (int series = 0; series < SERIES; series++) {
            int step = 0;
            for (JsonNode point : Json.read(crayon.get(path(series)))) {
                boolean right = point.get(0).asDouble() == LogDirectory.wallTime(step)
                        && point.get(1).asLong() == step
                        && point.get(2).asDouble() == LogDirectory.value(series, step, 0);
                if (!right) throw new AssertionError("point " + step + " of series " + series + " is " + point);
                step++;
            }
            if (step != RESTORED + LOGGED) throw new AssertionError("series " + series + " has " + step + " points");
        }
    }

    private static void compare(Crayon crayon) throws IOException {
        Picture.ofExperiment(crayon, NAME).mustEqual(Picture.ofExperiment(crayon, COPY));
    }

    private void rebuild(Picture before) throws IOException {
        site.dropViews();
        long begin = System.nanoTime();
        try (ServerProcess server = site.start();
                Crayon crayon = new Crayon(server.address())) {
            crayon.get("/data");
            System.out.printf("%-50s %7.1f s%n", "starting without views, until the first answer", seconds(begin));
            before.mustEqual(Picture.ofServer(crayon));
            report(server, site.events());
        }
    }

    private void report(ServerProcess server, Path file) throws IOException {
        long heap = Files.readAllLines(folder.resolve("gc.log")).stream()
                .map(AFTER_COLLECTION::matcher)
                .filter(Matcher::find)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .max()
                .orElse(0);
        System.out.printf(
                "%s has %,d MB; heap after a collection at most %d MB; resident at most %s%n",
                file.getFileName(), Files.size(file) >> 20, heap, server.peakMemory());
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void timed(String what, Step step) throws IOException {
        long begin = System.nanoTime();
        step.run();
        System.out.printf("%-50s %7.1f s%n", what, seconds(begin));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
