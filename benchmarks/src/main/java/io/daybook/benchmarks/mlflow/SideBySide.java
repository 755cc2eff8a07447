package io.daybook.benchmarks.mlflow;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What MLflow's server does in the same time, on the same machine, on SQLite as well: in turns, in short rounds. */
public final class SideBySide {

    private static final int MOST_ROUNDS = 3;
    private static final int MANY = 16;
    private static final int SOME = 4;
    private static final int WARM_UP = 10;
    private static final String MINE = "Daybook";
    private static final String THEIRS = "MLflow";

    private final Options options;
    private final List<String> lines = new ArrayList<>();

    private SideBySide(Options options) {
        this.options = options;
    }

    public static void main(String... arguments) throws Exception {
        new SideBySide(Options.of(arguments)).run();
    }

    private void run() throws Exception {
        options.clear();
        Optional<String> version = MlflowProcess.version(options);
        if (version.isPresent()) measure(version.get());
        else lines.add("Not measured here: there was no `" + options.mlflow() + "` to be run (`--mlflow=` names it).");
        String table = String.join("\n", lines);
        System.out.println(table);
        Tables.write(options.page(), "mlflow", SideBySide.class, table);
    }

    private void measure(String version) throws Exception {
        lines.add("| figure | Daybook | MLflow " + version + " | Daybook to MLflow |\n|---|---|---|---|");
        try (Stage stage = new Stage(options);
                MlflowProcess process = MlflowProcess.start(options)) {
            Tracker mine = new Daybook(stage);
            Tracker theirs = new Mlflow(process.port());
            warmUp(mine);
            warmUp(theirs);
            writes(mine, theirs);
            reads(mine, theirs);
        }
    }

    /** One connection alone would not in the time of a round: a virtual machine compiles what has run often. */
    private void warmUp(Tracker tracker) throws Exception {
        try (Traffic traffic = new Traffic(tracker.port(), points(tracker))) {
            traffic.rate(options.slot().multipliedBy(WARM_UP));
        }
    }

    private void writes(Tracker mine, Tracker theirs) throws Exception {
        perSecond(
                "metrics one by one, 1 connection",
                mine.writing(List.of(mine.points()), 1),
                theirs.writing(List.of(theirs.points()), 1));
        perSecond(
                "metrics one by one, 16 connections to 16 runs",
                mine.writing(points(mine), 1),
                theirs.writing(points(theirs), 1));
        perSecond(
                "metrics in batches of 1,000, 1 connection",
                mine.writing(List.of(mine.batches()), Tracker.BATCH),
                theirs.writing(List.of(theirs.batches()), Tracker.BATCH));
        perSecond(
                "runs created, 1 connection",
                mine.writing(List.of(mine.newRuns()), 1),
                theirs.writing(List.of(theirs.newRuns()), 1));
    }

    private static List<Feed> points(Tracker tracker) throws Exception {
        List<Feed> points = new ArrayList<>();
        for (int i = 0; i < MANY; i++) points.add(tracker.points());
        return points;
    }

    private void reads(Tracker mine, Tracker theirs) throws Exception {
        String my = mine.series();
        String their = theirs.series();
        millis("100,000 points of a metric read", readingAll(mine, my), readingAll(theirs, their));
        millis(
                "the same for a chart, 1,000 at most",
                reading(mine, mine.chart(my), 1),
                reading(theirs, theirs.chart(their), 1));
        perSecond("runs read, 16 connections", reading(mine, mine.aRun(), MANY), reading(theirs, theirs.aRun(), MANY));
        perSecond(
                "pages of 100 runs, 4 connections",
                reading(mine, mine.pages(), SOME),
                reading(theirs, theirs.pages(), SOME));
    }

    private static Rounds.Subject reading(Tracker tracker, Feed feed, int connections) throws Exception {
        return new Traffic(tracker.port(), Collections.nCopies(connections, feed));
    }

    private static Rounds.Subject readingAll(Tracker tracker, String run) {
        return time -> {
            long begin = System.nanoTime();
            int read = 0;
            try (Connection connection = new Connection(tracker.port())) {
                for (; read == 0 || System.nanoTime() - begin < time.toNanos(); read++)
                    tracker.readAll(connection, run);
            }
            return read * 1e9 / (System.nanoTime() - begin);
        };
    }

    private void perSecond(String name, Rounds.Subject mine, Rounds.Subject theirs) throws Exception {
        Rounds rounds = rounds(mine, theirs);
        double my = rounds.median(MINE);
        double their = rounds.median(THEIRS);
        line(name, Unit.PER_SECOND, my, their, rounds.ratio(MINE, THEIRS));
    }

    private void millis(String name, Rounds.Subject mine, Rounds.Subject theirs) throws Exception {
        Rounds rounds = rounds(mine, theirs);
        double my = 1e3 / rounds.median(MINE);
        double their = 1e3 / rounds.median(THEIRS);
        line(name, Unit.MILLIS, my, their, rounds.ratio(MINE, THEIRS));
    }

    private Rounds rounds(Rounds.Subject mine, Rounds.Subject theirs) throws Exception {
        Rounds rounds = new Rounds(
                        Math.min(options.rounds(), MOST_ROUNDS),
                        options.slot(),
                        options.slot().multipliedBy(5))
                .with(MINE, mine)
                .with(THEIRS, theirs);
        rounds.run();
        return rounds;
    }

    private void line(String name, Unit unit, double mine, double theirs, double ratio) {
        String line = String.format(
                Locale.ROOT, "| %s | %s | %s | %.1f times as fast |", name, unit.text(mine), unit.text(theirs), ratio);
        System.out.println(line);
        lines.add(line);
    }
}
