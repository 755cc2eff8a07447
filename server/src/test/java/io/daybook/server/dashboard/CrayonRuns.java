package io.daybook.server.dashboard;

import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import tools.jackson.databind.JsonNode;

/** Experiments of Crayon's, whose pages are those of iterations. */
final class CrayonRuns {

    private CrayonRuns() {}

    static void begin(HttpCaller http, String name) {
        http.post("/data").body("\"" + name + "\"").answers(200);
    }

    /** The id by which the page knows it. */
    static long iterationOf(HttpCaller http, String name) {
        TrackingClient client = new TrackingClient(http);
        JsonNode named =
                client.get("/audit/events?type=CrayonNameGiven&limit=1000").get("data");
        String experiment = named.valueStream()
                .filter(event -> event.toString().contains(name))
                .findFirst()
                .orElseThrow()
                .at("/aggregate/id")
                .asString()
                .replaceFirst("\\D+", "");
        return client.get("/iteration/experiment/" + experiment)
                .at("/data/0/id")
                .asLong();
    }
}
