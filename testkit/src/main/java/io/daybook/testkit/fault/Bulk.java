package io.daybook.testkit.fault;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** So many points that nothing is done with all of them in no time; numbers that do not pack well. */
record Bulk(long iteration) {

    private static final int EVENTS = 60;
    private static final int POINTS = 20_000;

    static Bulk fill(HttpCaller http) throws IOException {
        Bulk bulk = new Bulk(Made.iteration(http, Made.experiment(http, "bulk")));
        SplittableRandom random = new SplittableRandom();
        for (int i = 0; i < EVENTS; i++) bulk.log(http, random.doubles(POINTS));
        return bulk;
    }

    private void log(HttpCaller http, DoubleStream values) throws IOException {
        String numbers = values.mapToObj(Double::toString).collect(Collectors.joining(","));
        http.post("/series/iteration/" + iteration + "/scalars")
                .body("{\"series\":[{\"key\":\"loss\",\"value\":[" + numbers + "]}]}")
                .send()
                .hasStatus(201);
    }

    void check(HttpCaller http) throws IOException {
        long count = Json.read(http.get("/series/iteration/" + iteration)
                        .send()
                        .hasStatus(200)
                        .bytes())
                .get(0)
                .get("count")
                .asLong();
        if (count != (long) EVENTS * POINTS) throw new AssertionError("of so many points there are " + count);
    }
}
