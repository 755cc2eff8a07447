package io.daybook.benchmarks.feed;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;

/** Reads of a long series, and of the metrics near its end. */
public final class SeriesReads {

    private static final int PAGE = 200;
    private static final int THINNED = 1_000;

    private SeriesReads() {}

    public static Feed full(long iteration) {
        return Feed.of(Requests.get(scalars(iteration)));
    }

    public static Feed thinned(long iteration) {
        return Feed.of(Requests.get(scalars(iteration) + "&points=" + THINNED));
    }

    private static String scalars(long iteration) {
        return "/series/iteration/" + iteration + "/scalars?key=" + Columns.KEY.replace("/", "%2F");
    }

    /** Near the end of so many points of one key; others lie between them. */
    public static Feed page(long iteration, int points) {
        return Feed.of(Requests.get("/metric/iteration/" + iteration + "?limit=" + PAGE + "&offset=" + at(points)));
    }

    public static int at(int points) {
        return points - points / 100;
    }
}
