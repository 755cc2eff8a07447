package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.OpenLoop;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.feed.Batch;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import io.daybook.benchmarks.stage.Reading;
import io.daybook.benchmarks.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Single points, due at fixed moments, while batches leave nothing of the server. */
final class Mixed implements Measurement {

    private static final int TRAININGS = 10;
    private static final Duration INTERVAL = Duration.ofMillis(100);

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        long experiment = stage.experiment();
        List<Feed> batches = new ArrayList<>();
        List<Feed> points = new ArrayList<>();
        for (int i = 0; i < Batches.CONNECTIONS; i++) batches.add(Batch.of(stage.iteration(experiment)));
        for (int i = 0; i < TRAININGS; i++) points.add(Feed.of(Requests.metric(stage.iteration(experiment))));
        Duration warmUp = stage.sizes().warmUp();
        Duration time = stage.sizes().measured().multipliedBy(4);
        try (Traffic saturating = new Traffic(stage.port(), batches);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Double> rate = threads.submit(() -> saturating.rate(warmUp.plus(time)));
            TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
            Histogram seen = new OpenLoop(stage.port(), INTERVAL, time).run(points);
            double beside = rate.get(1, TimeUnit.MINUTES) * Batch.POINTS;
            stage.views().await();
            return List.of(figure(seen, beside));
        }
    }

    private static Figure figure(Histogram seen, double beside) {
        double half = Reading.millis(seen, 50);
        double most = Reading.millis(seen, 99);
        return new Goal(20, Unit.TIMES)
                .measured(
                        "99 of 100 single points while batches saturate the server, as a multiple of the median",
                        most / half,
                        "median %.1f ms, 99 of 100 within %.1f ms; %,.0f points/s in batches of 4 connections",
                        half,
                        most,
                        beside);
    }
}
