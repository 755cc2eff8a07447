package io.daybook.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import io.daybook.testkit.net.FaultyProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The network between two nodes and Axon Server fails, while somebody writes through both and sends again what was refused. */
@SuppressWarnings("NullAway.Init") // filled before each test
class NetworkIT {

    private static final int POINTS = 40;
    private static final String POINT = "{\"key\":\"loss\",\"value\":1}";

    @TempDir
    private Path folder;

    private AxonServer store;
    private FaultyProxy network;
    private RunningServer nodes;
    private String list = "";

    @BeforeEach
    void begin() {
        store = AxonServer.start(AxonServerSettings.in(folder));
        network = FaultyProxy.to(store.port());
        nodes = RunningServer.on(Engine.AXON_SERVER)
                .with("axon.axonserver.servers", network.address())
                .with("daybook.read.wait", "2s")
                .with("daybook.event-store.deadline", "3s")
                .start();
        TrackingClient client = new TrackingClient(nodes.http());
        list = "/metric/iteration/" + client.iteration(client.experiment(client.project()));
    }

    @AfterEach
    void end() {
        network.heal();
        nodes.close();
        network.close();
        store.close();
    }

    /** In the midst of a question, of an append or of its confirmation, as it comes. */
    @Test
    void a_network_that_is_cut_again_and_again_loses_nothing_and_doubles_nothing() throws Exception {
        network.delay(Duration.ofMillis(1));
        for (int i = 0; i < POINTS; i++) {
            CompletableFuture<Void> cut = i % 10 == 9 ? cutSoon() : CompletableFuture.completedFuture(null);
            String key = "point " + i;
            boolean first = status(key) == 201;
            cut.join();
            network.heal();
            if (!first) Deadline.until("the node is back", () -> status(key) == 201);
        }
        assertWhole();
    }

    private CompletableFuture<Void> cutSoon() {
        long nanos = ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(12));
        return CompletableFuture.runAsync(() -> {
            LockSupport.parkNanos(nanos);
            network.cut();
        });
    }

    @Test
    void a_network_that_swallows_everything_is_noticed_and_heals() throws Exception {
        assertThat(status("before")).isEqualTo(201);
        network.halfOpen();
        assertThat(status("meanwhile")).isEqualTo(503);
        nodes.http().get(list).answers(503).isEnvelope("STORE_UNAVAILABLE");
        nodes.http().get(list, "consistency", "eventual").answers(200);

        network.heal();
        for (int i = 2; i < POINTS; i++) {
            String key = "point " + i;
            Deadline.until("the node is back", () -> status(key) == 201);
        }
        Deadline.until("what was refused is taken", () -> status("meanwhile") == 201);
        assertWhole();
    }

    private int status(String key) throws IOException {
        Response answer = nodes.http()
                .post(list)
                .header("Idempotency-Key", key)
                .body(POINT)
                .send();
        assertThat(answer.status()).as(answer.text()).isIn(201, 503);
        return answer.status();
    }

    /** As each of the two nodes has it. */
    private void assertWhole() throws Exception {
        String series = list.replace("/metric", "/series") + "/scalars?key=loss";
        for (int i = 0; i < 2; i++) {
            HttpCaller node = nodes.http();
            Deadline.until("the node answers", () -> node.get(list).send().status() == 200);
            JsonNode points = new TrackingClient(node).get(series);
            assertThat(points.get("step").valueStream().map(JsonNode::asInt))
                    .containsExactlyElementsOf(
                            IntStream.range(0, POINTS).boxed().toList());
            node.get("/audit/verify").answers(200).says("\"verified\":true");
        }
    }
}
