package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.Requests;
import io.daybook.benchmarks.Traffic.Feed;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Lists of iterations, at any place in them. */
final class Pages implements Measurement {

    private static final int PAGE = 100;
    private static final int PLACES = 1_000;
    private static final int CONNECTIONS = 4;

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        int few = stage.sizes().few();
        int many = stage.sizes().many();
        try (Rates rates = new Rates(stage)) {
            rates.reads(name(few), pages(stage.experimentOf(few), few))
                    .reads(name(many), pages(stage.experimentOf(many), many))
                    .run();
            return List.of(rates.perSecond(name(few), 1_500), rates.perSecond(name(many), 1_500));
        }
    }

    private static String name(int iterations) {
        return String.format(Locale.ROOT, "pages of 100 among %,d iterations, 4 connections", iterations);
    }

    private static List<Feed> pages(long experiment, int iterations) {
        return Collections.nCopies(CONNECTIONS, page(experiment, iterations));
    }

    static Feed page(long experiment, int iterations) {
        String path = "/iteration/experiment/" + experiment + "?limit=" + PAGE + "&offset=";
        return Feed.of(new SplittableRandom(7)
                .ints(PLACES, 0, Math.max(1, iterations - PAGE))
                .mapToObj(offset -> Requests.get(path + offset))
                .toList());
    }
}
