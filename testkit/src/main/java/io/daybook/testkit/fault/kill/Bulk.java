package io.daybook.testkit.fault.kill;

import io.daybook.testkit.fault.scene.Expect;
import io.daybook.testkit.fault.scene.Made;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** So many points that nothing is done with all of them in no time; numbers that do not pack well. */
record Bulk(long iteration) {

    private static final int EVENTS = 24;
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

    /** Once the view has come so far; a log that has just been restored is ahead of it. */
    void check(HttpCaller http) throws Exception {
        String path = "/series/iteration/" + iteration;
        Waiting.until("its points can be read", () -> http.get(path).send().status() != 503);
        long count = Json.read(http.get(path).send().hasStatus(200).bytes())
                .get(0)
                .get("count")
                .asLong();
        Expect.that(count == (long) EVENTS * POINTS, "all points are there, not " + count);
    }
}
