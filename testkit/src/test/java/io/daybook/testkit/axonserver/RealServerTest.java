package io.daybook.testkit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a real server is asked to delete its events; whether it does, only a real one can show. */
class RealServerTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status;
    private volatile String missing = "";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            boolean there = !exchange.getRequestURI().getPath().equals(missing);
            exchange.sendResponseHeaders(there ? status : 404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void it_is_asked_over_http() {
        status = 200;
        RealServer.empty(address());
        assertThat(requests).containsExactly("DELETE /v1/public/purge-events");
    }

    @Test
    void an_older_one_is_asked_in_its_own_way() {
        status = 200;
        missing = "/v1/public/purge-events";
        RealServer.empty(address());
        assertThat(requests).containsExactly("DELETE /v1/public/purge-events", "DELETE /v1/devmode/purge-events");
    }

    @Test
    void one_that_does_not_is_no_server_for_tests() {
        status = 404;
        assertThatThrownBy(() -> RealServer.empty(address()))
                .hasMessageContaining(address() + " answers 404")
                .hasMessageContaining("development mode");
    }

    private String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }
}
