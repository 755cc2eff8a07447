package io.daybook.benchmarks.feed;

import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Traffic.Feed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests of a thousand points of ten keys each, as the tracking API takes them. */
public final class Batch {

    public static final int POINTS = 1_000;

    private static final int KEYS = 10;
    private static final int DIFFERENT = 8;

    private Batch() {}

    public static Feed of(long iteration) {
        List<byte[]> requests = IntStream.range(0, DIFFERENT)
                .mapToObj(i -> Requests.post("/metric/iteration/" + iteration + "/batch", body(i)))
                .toList();
        return Feed.of(requests);
    }

    private static String body(int seed) {
        Noise noise = new Noise(seed);
        return IntStream.range(0, POINTS)
                .mapToObj(i -> "{\"key\":\"train/loss" + i % KEYS + "\",\"value\":" + noise.next() + "}")
                .collect(Collectors.joining(",", "{\"metrics\":[", "]}"));
    }
}
