package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The rows that the table of iterations is made of. */
class RowsIT {

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE);

    @Test
    void a_row_has_parameters_last_values_and_tags() {
        TrackingClient client = new TrackingClient(server.http());
        long experiment = client.experiment(client.project());
        long iteration = client.iteration(experiment);
        client.create("/parameter/iteration/" + iteration, "{\"key\":\"lr\",\"value\":\"0.1\"}");
        client.metric(iteration, "{\"key\":\"loss\",\"value\":2}");
        long before = client.head();
        client.metric(iteration, "{\"key\":\"loss\",\"value\":\"NaN\"}");
        client.create("/tag/iteration/" + iteration, "{\"value\":\"kept\"}");

        JsonNode page = client.get("/ui/experiment/" + experiment + "/iterations?limit=1");
        JsonNode row = page.get("data").get(0);

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(row.at("/parameters").toString()).isEqualTo("[{\"key\":\"lr\",\"value\":\"0.1\"}]");
        assertThat(row.at("/metrics").toString())
                .isEqualTo("[{\"key\":\"loss\",\"count\":2,\"min\":2.0,\"max\":2.0,\"last\":\"NaN\"}]");
        assertThat(row.at("/tags/0/value").asString()).isEqualTo("kept");
        JsonNode then = client.get("/ui/experiment/" + experiment + "/iterations?asOf=" + before);
        assertThat(then.at("/data/0/metrics/0/last").asDouble()).isEqualTo(2);
        assertThat(then.at("/data/0/tags")).isEmpty();
    }

    @Test
    void the_newest_can_be_asked_for_without_knowing_how_many_there_are() {
        TrackingClient client = new TrackingClient(server.http());
        long experiment = client.experiment(client.project());
        String none = client.get("/ui/experiment/" + experiment + "/iterations?limit=2&newest=true")
                .toString();
        client.iteration(experiment);
        long second = client.iteration(experiment);
        long third = client.iteration(experiment);

        JsonNode page = client.get("/ui/experiment/" + experiment + "/iterations?limit=2&newest=true");

        assertThat(none).isEqualTo("{\"data\":[],\"total\":0,\"limit\":2,\"offset\":0}");
        assertThat(page.get("data").findValuesAsString("id"))
                .containsExactly(String.valueOf(second), String.valueOf(third));
        assertThat(page.get("offset").asInt()).isEqualTo(1);
        assertThat(page.get("total").asInt()).isEqualTo(3);
    }
}
