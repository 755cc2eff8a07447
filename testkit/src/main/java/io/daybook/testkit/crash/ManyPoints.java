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
 * and compared; then the views are thrown away and rebuilt. Arguments: the server's jar, and the file that the results are
 * written to, if any.
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
    private final Measurements measured = new Measurements();

    private ManyPoints(Path folder, Path jar) {
        this.folder = folder;
        String log = "-Xlog:gc:file=" + folder.resolve("gc.log") + "::filecount=0";
        this.site = new Site(Site.ofJar(jar, "-Xmx256m", log), folder.resolve("home"), null, List.of());
    }

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments.length == 0 ? "server/target/daybook.jar" : arguments[0]);
        Path folder = Files.createTempDirectory("daybook-many");
        var points = new ManyPoints(folder, jar);
        points.rebuild(points.write());
        if (arguments.length > 1) {
            points.measured.write(Path.of(arguments[1]), "Two million points in 256 MB", ManyPoints.class);
        }
        Site.delete(folder);
    }

    /** @return what the server answered at the end */
    private Picture write() throws IOException {
        Path directory = folder.resolve("tensorboard.zip");
        Path backup = folder.resolve("backup.zip");
        LogDirectory.write(directory, SERIES, RESTORED, 0);
        try (ServerProcess server = site.start();
                Crayon crayon = new Crayon(server.address())) {
            measured.time("restoring 1,800,000 points of a log directory", () -> crayon.restore(NAME, directory, null));
            measured.time("logging 200,000 points one by one, each synced", () -> log(crayon));
            measured.time("reading 2,000,000 points as JSON, and checking them", () -> check(crayon));
            measured.time("writing the backup", () -> crayon.get("/backup" + Crayon.query("xp", NAME), backup));
            measured.note("size of the backup", megabytes(backup));
            measured.time("restoring the backup", () -> crayon.restore(COPY, backup, null));
            measured.time("comparing every answer", () -> compare(crayon));
            Picture written = Picture.ofServer(crayon);
            noteMemory(server);
            server.stop();
            return written;
        }
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
        measured.note("size of the log, with 4,000,000 points", megabytes(site.events()));
        site.dropViews();
        long begin = System.nanoTime();
        try (ServerProcess server = site.start();
                Crayon crayon = new Crayon(server.address())) {
            crayon.get("/data");
            measured.note("start without views, until the first answer", Measurements.secondsSince(begin));
            crayon.get("/data" + Crayon.query("xp", NAME));
            measured.note("start without views, until all of it can be read", Measurements.secondsSince(begin));
            before.mustEqual(Picture.ofServer(crayon));
            noteMemory(server);
        }
    }

    /** Each start of a server begins the log of its collections anew. */
    private void noteMemory(ServerProcess server) throws IOException {
        long heap = Files.readAllLines(folder.resolve("gc.log")).stream()
                .map(AFTER_COLLECTION::matcher)
                .filter(Matcher::find)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .max()
                .orElse(0);
        measured.note("heap after a collection, at most", heap + " MB");
        measured.note("resident memory, at most", server.peakMemory());
    }

    private static String megabytes(Path file) throws IOException {
        return (Files.size(file) >> 20) + " MB";
    }
}
