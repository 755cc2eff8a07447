package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.event.EventStream;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.net.FaultyProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenNetworkTest {

    private AxonServer server;
    private FaultyProxy network;
    private Client near;
    private Client far;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = AxonServer.orReal(AxonServerSettings.in(folder));
        network = FaultyProxy.to(server.address());
        near = new Client(server.address());
        far = new Client(network.address());
    }

    @AfterEach
    void stop() {
        near.close();
        far.close();
        network.close();
        server.close();
    }

    @Test
    void a_client_that_is_cut_off_comes_back() throws Exception {
        far.append(event("a", 0));
        network.cut();
        near.append(event("a", 1));
        network.heal();
        assertThat(far.awaitLastToken()).isOne();
        far.append(event("a", 2));
    }

    @Test
    void a_stream_that_is_cut_ends() throws Exception {
        near.append(event("a", 0));
        EventStream stream = far.events().openStream(-1, 64);
        assertThat(Client.read(stream, 1)).hasSize(1);
        network.cut();
        Waiting.until("the stream has ended", stream::isClosed);
    }

    @Test
    void a_heart_that_is_not_heard_ends_a_half_open_connection() throws Exception {
        far.append(event("a", 0));
        far.connection().controlChannel().enableHeartbeat(100, 500, TimeUnit.MILLISECONDS);
        network.halfOpen();
        Waiting.until("the connection is given up", () -> !far.connection().isReady());
        network.heal();
        assertThat(far.awaitLastToken()).isZero();
    }

    @Test
    void a_slow_network_loses_nothing() throws Exception {
        network.delay(Duration.ofMillis(20));
        for (int i = 0; i < 10; i++) far.append(event("a", i));
        assertThat(far.read(-1, 10)).isEqualTo(near.read(-1, 10));
    }
}
