package io.daybook.testkit.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testkit.fault.scene.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int A_WHILE_MILLIS = 200;

    private Echo server;
    private FaultyProxy network;

    @BeforeEach
    void start() throws IOException {
        server = new Echo();
        network = FaultyProxy.to(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        network.close();
        server.close();
    }

    @Test
    void bytes_come_through_both_ways() throws IOException {
        byte[] much = new byte[5_000_000];
        new Random(1).nextBytes(much);
        try (Socket client = connect()) {
            Thread.ofVirtual().start(() -> sendAll(client, much));
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(much);
        }
    }

    private static void sendAll(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException cut) {
            // what comes back is too little then
        }
    }

    @Test
    void a_connection_that_both_sides_have_ended_is_forgotten() throws Exception {
        try (Socket client = connect()) {
            assertThat(said(client, "hello")).isEqualTo("hello");
            assertThat(network.links()).isOne();
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        Waiting.until("it is forgotten", () -> network.links() == 0);
    }

    @Test
    void a_delay_applies_to_each_way() throws IOException {
        try (Socket client = connect()) {
            said(client, "quick");
            network.delay(Duration.ofMillis(100));
            long begun = System.nanoTime();
            assertThat(said(client, "slow")).isEqualTo("slow");
            assertThat(System.nanoTime() - begun)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void what_is_cut_is_reset_until_it_is_healed() throws IOException {
        try (Socket client = connect()) {
            said(client, "before");
            network.cut();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertThatThrownBy(() -> {
                    try (Socket client = connect()) {
                        said(client, "amid");
                    }
                })
                .isInstanceOf(SocketException.class);
        network.heal();
        try (Socket client = connect()) {
            assertThat(said(client, "after")).isEqualTo("after");
        }
        assertThat(server.heard()).isEqualTo("beforeafter");
    }

    @Test
    void what_is_half_open_swallows_and_is_reset_when_healed() throws IOException {
        try (Socket old = connect();
                Socket idle = connect()) {
            said(old, "before");
            network.halfOpen();
            try (Socket fresh = connect()) {
                assertSwallows(old);
                assertSwallows(fresh);
                network.heal();
                assertThatThrownBy(() -> old.getInputStream().read()).isInstanceOf(SocketException.class);
                assertThatThrownBy(() -> fresh.getInputStream().read()).isInstanceOf(SocketException.class);
            }
            assertThat(said(idle, "after")).isEqualTo("after");
        }
        assertThat(server.heard()).isEqualTo("beforeafter");
    }

    private static void assertSwallows(Socket client) throws IOException {
        client.setSoTimeout(A_WHILE_MILLIS);
        assertThatThrownBy(() -> said(client, "amid")).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(PATIENCE_MILLIS);
    }

    @Test
    void nobody_at_the_other_end_is_a_reset() throws IOException {
        server.close();
        try (Socket client = connect()) {
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), network.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    /** What comes back. */
    private static String said(Socket client, String word) throws IOException {
        client.getOutputStream().write(word.getBytes(UTF_8));
        return new String(client.getInputStream().readNBytes(word.length()), UTF_8);
    }
}
