package io.daybook.benchmarks.steady;

import io.daybook.benchmarks.client.OpenLoop;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Batch;
import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Points at a fixed pace for ten minutes, in a small heap: what is still in use after collections at the end as at the start. */
public final class Steady {

    private static final String HEAP = "-Xmx384m";
    private static final int POINTS_A_SECOND = 50_000;
    private static final int TRAININGS = 4;
    private static final Duration INTERVAL =
            Duration.ofSeconds(1).multipliedBy((long) TRAININGS * Batch.POINTS).dividedBy(POINTS_A_SECOND);
    private static final int MINUTES = 10;

    private final Stage stage;
    private final Options options;
    private final GcLog collections;

    /** @param stage whose server runs with {@link #inSmallHeap} */
    public Steady(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
        this.collections = GcLog.of(options);
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        options.clear();
        try (Stage stage = new Stage(inSmallHeap(options))) {
            new Steady(stage).run();
        }
    }

    public static Options inSmallHeap(Options options) throws IOException {
        Files.createDirectories(options.home());
        return options.onJava(HEAP).onJava(GcLog.of(options).option());
    }

    public void run() throws Exception {
        long experiment = stage.experiment();
        List<Feed> feeds = new ArrayList<>();
        for (int i = 0; i < TRAININGS; i++) feeds.add(Batch.of(stage.iteration(experiment)));
        Duration third = time().dividedBy(3);
        stretch(feeds, third.dividedBy(10));
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < 3; i++) stretches.add(stretch(feeds, third));
        report(stretches);
    }

    private Duration time() {
        return options.isShort() ? Duration.ofSeconds(2) : Duration.ofMinutes(options.number("minutes", MINUTES));
    }

    /** All collections that it takes are the server's own, but the last, which shows what is in use. */
    private Stretch stretch(List<Feed> feeds, Duration time) throws Exception {
        int before = collections.all().size();
        long begin = System.nanoTime();
        Histogram seen = new OpenLoop(stage.port(), INTERVAL, time).run(feeds);
        double seconds = (System.nanoTime() - begin) / 1e9;
        stage.views().await();
        double behind = (System.nanoTime() - begin) / 1e9 - seconds;
        double resident = stage.server().resident();
        stage.server().tell("GC.run");
        List<Integer> after = collections.all();
        return new Stretch(
                seen,
                seen.getTotalCount() * Batch.POINTS / seconds,
                behind,
                after.subList(before, after.size() - 1),
                after.getLast(),
                resident);
    }

    private void report(List<Stretch> stretches) throws Exception {
        String verdict = Stretch.verdict(stretches.getFirst(), stretches.getLast());
        String text = String.format(
                Locale.ROOT,
                "%,d points/s in batches of 1,000 over %d connections for %s, with `%s`: **%s**. %s\n\n%s",
                POINTS_A_SECOND,
                TRAININGS,
                options.isShort() ? "a moment" : time().toMinutes() + " minutes",
                HEAP,
                verdict,
                Stretch.RULE,
                Stretch.table(stretches));
        System.out.println(text);
        Tables.write(options.page(), "steady", Steady.class, text);
    }
}
