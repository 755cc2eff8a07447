package io.daybook.benchmarks.feed;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import java.util.SplittableRandom;

/** Reads of an experiment's iterations, at any place among them. */
public final class IterationPages {

    public static final int SIZE = 100;

    private static final int PLACES = 1_000;

    private IterationPages() {}

    public static Feed of(long experiment, int size, int iterations) {
        String path = "/iteration/experiment/" + experiment + "?limit=" + size + "&offset=";
        return Feed.of(new SplittableRandom(7)
                .ints(PLACES, 0, Math.max(1, iterations - size))
                .mapToObj(offset -> Requests.get(path + offset))
                .toList());
    }
}
