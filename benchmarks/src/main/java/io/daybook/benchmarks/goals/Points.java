package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.stage.Rates;
import io.daybook.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Single durable points against the limits of the machine. */
final class Points implements Measurement {

    private static final String SHARED = "single points, 16 connections to one iteration";
    private static final String APART = "single points, 16 connections to 16 iterations";
    private static final String ALONE = "single points, 1 connection";
    private static final String CRAYON = "Crayon's single points, 16 connections to one experiment";
    private static final String CRAYON_ALONE = "Crayon's single points, 1 connection";

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        long experiment = stage.experiment();
        Feed shared = Feed.of(Requests.metric(stage.iteration(experiment)));
        Feed alone = Feed.of(Requests.metric(stage.iteration(experiment)));
        List<Feed> apart = new ArrayList<>();
        for (int i = 0; i < Rates.CONNECTIONS; i++) apart.add(Feed.of(Requests.metric(stage.iteration(experiment))));
        stage.crayon("many");
        stage.crayon("one");
        try (Rates rates = new Rates(stage)) {
            rates.withHealth()
                    .writes(SHARED, 1, Collections.nCopies(Rates.CONNECTIONS, shared))
                    .writes(APART, 1, apart)
                    .writes(CRAYON, 1, Collections.nCopies(Rates.CONNECTIONS, Feed.of(Requests.point("many"))))
                    .withDisk()
                    .writes(ALONE, 1, List.of(alone))
                    .writes(CRAYON_ALONE, 1, List.of(Feed.of(Requests.point("one"))))
                    .run();
            return List.of(
                    rates.ofHealth(SHARED, 0.5),
                    rates.ofHealth(APART, 0.4),
                    rates.ofHealth(CRAYON, 0.3),
                    rates.ofDisk(ALONE, 0.4),
                    rates.ofDisk(CRAYON_ALONE, 0.3));
        }
    }
}
