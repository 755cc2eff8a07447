package io.daybook.server.dashboard;

import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the tests look at: a sweep of four iterations, and a run with all that can be logged.
 *
 * @param adam of the sweep: the two with this optimiser, lower losses first
 * @param sgd the other two, likewise; the last one failed
 * @param model with a version made by the best of them
 * @param rich an iteration with a series of {@value #LONG} points, and one with values that are not finite
 */
record Seeded(long project, long experiment, List<Long> adam, List<Long> sgd, long rich, long model) {

    static final int LONG = 50_000;

    static Seeded in(HttpCaller http) {
        TrackingClient client = new TrackingClient(http);
        long project = client.create("/project/", "{\"name\":\"Vision\"}");
        long experiment = client.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Optimisers\"}");
        Sweep sweep = new Sweep(client, experiment);
        long slow = sweep.run("sgd", 0.9, "\"Infinity\"");
        long fast = sweep.run("adam", 0.05, "0.05");
        long middle = sweep.run("adam", 0.15, "0.15");
        long worse = sweep.run("sgd", 0.5, "0.5");
        client.create("/tag/iteration/" + fast, "{\"value\":\"baseline\"}");
        client.request("PATCH", "/iteration/" + slow)
                .body("{\"status_id\":3,\"end_date\":\"2026-06-23T13:07:27\",\"error_message\":\"diverged\"}")
                .answers(200);
        long model = client.create("/model/project/" + project, "{\"name\":\"seeded\"}");
        client.create("/modelversion/model/" + model, "{\"iteration_id\":" + fast + "}");
        return new Seeded(
                project, experiment, List.of(fast, middle), List.of(worse, slow), rich(client, project), model);
    }

    private record Sweep(TrackingClient client, long experiment) {

        long run(String optimizer, double rate, String last) {
            long id = client.create("/iteration/experiment/" + experiment, "");
            client.create("/parameter/iteration/" + id, "{\"key\":\"optimizer\",\"value\":\"" + optimizer + "\"}");
            client.create("/parameter/iteration/" + id, "{\"key\":\"lr\",\"value\":\"" + rate + "\"}");
            client.create("/metric/iteration/" + id, "{\"key\":\"loss\",\"value\":1.5}");
            client.create("/metric/iteration/" + id, "{\"key\":\"loss\",\"value\":" + last + "}");
            return id;
        }
    }

    private static long rich(TrackingClient client, long project) {
        long experiment =
                client.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Long training\"}");
        long id = client.create("/iteration/experiment/" + experiment, "");
        String columns = IntStream.range(0, LONG)
                .mapToObj(step -> String.format(Locale.ROOT, "%.4f", 1 + Math.sin(step / 300.0)))
                .collect(Collectors.joining(","));
        client.request("POST", "/series/iteration/" + id + "/scalars")
                .body("{\"series\":[{\"key\":\"train/long\",\"value\":[" + columns + "]},"
                        + "{\"key\":\"train/odd\",\"value\":[1,2,\"NaN\",3,\"Infinity\",0.5,-1]},"
                        + "{\"key\":\"test/loss\",\"value\":[4,2,1]}]}")
                .answers(201);
        return id;
    }
}
