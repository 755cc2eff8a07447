package io.daybook.testkit.cluster.load;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import io.daybook.testkit.server.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What nodes hold of one experiment, and where. */
final class Contents {

    private static final int PAGE = 200;

    private final long experiment;

    Contents(long experiment) {
        this.experiment = experiment;
    }

    String iterations() {
        return "/iteration/experiment/" + experiment;
    }

    static String iteration(long id) {
        return "/iteration/" + id;
    }

    static String points(long iteration) {
        return "/series/iteration/" + iteration + "/scalars?key=loss";
    }

    /** The ids of all iterations, in order. */
    List<Long> iterations(HttpCaller http) {
        List<Long> ids = new ArrayList<>();
        long total = 1;
        for (int offset = 0; offset < total; offset += PAGE) {
            JsonNode page = Json.read(http.get(iterations(), "limit", "" + PAGE, "offset", "" + offset)
                    .answers(200)
                    .bytes());
            total = page.get("total").asLong();
            for (JsonNode iteration : page.get("data"))
                ids.add(iteration.get("id").asLong());
        }
        return ids.stream().sorted().toList();
    }

    /** The numbers of all points, as they were logged. */
    static List<Long> points(HttpCaller http, long iteration) {
        return numbers(http.get(points(iteration)).answers(200));
    }

    /** Each is its point's value, and its step too. */
    static List<Long> numbers(Response series) {
        JsonNode columns = Json.read(series.bytes());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < columns.get("value").size(); i++) {
            long number = columns.get("value").get(i).asLong();
            if (columns.get("step").get(i).asLong() != number) throw new AssertionError("twice, or lost: " + columns);
            numbers.add(number);
        }
        return numbers;
    }
}
