package io.daybook.http.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.http.EdgeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenersTest {

    @Test
    void a_taken_crayon_port_stops_the_start_and_is_named(@TempDir Path temporary) throws IOException {
        EdgeServer edge = new EdgeServer();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> edge.start(taken.getLocalPort(), temporary))
                    .hasStackTraceContaining("port " + taken.getLocalPort());
        } finally {
            edge.stop();
        }
    }

    @Test
    void port_0_is_no_port(@TempDir Path temporary) {
        EdgeServer edge = new EdgeServer();
        try {
            edge.start(0, temporary);

            edge.http().get("/health").answers(200);
        } finally {
            edge.stop();
        }
    }
}
