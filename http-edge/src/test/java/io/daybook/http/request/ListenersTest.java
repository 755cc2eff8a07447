package io.daybook.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenersTest {

    @Test
    @Tag("ops-1.crayon.taken")
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
    @Tag("ops-2.overload.never")
    void both_ports_have_the_same_settings_and_no_more_connections_than_memory(@TempDir Path temporary) {
        EdgeServer edge = new EdgeServer();
        try {
            edge.start(FreePort.find(), temporary);

            assertThat(edge.connectors()).hasSize(2).allSatisfy(connector -> {
                AbstractHttp11Protocol<?> http = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
                long buffers = (long) http.getMaxConnections() * http.getMaxHttpRequestHeaderSize();
                assertThat(buffers)
                        .isPositive()
                        .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory() / 4);
                assertThat(http.getConnectionTimeout()).isEqualTo(EdgeServer.CONNECTION_TIMEOUT.toMillis());
                assertThat(http.getRelaxedQueryChars()).contains("\"", "{", "|");
            });
        } finally {
            edge.stop();
        }
    }

    @Test
    @Tag("ops-1.crayon.port")
    void port_0_is_no_port(@TempDir Path temporary) {
        EdgeServer edge = new EdgeServer();
        try {
            edge.start(0, temporary);

            edge.http().get("/health").answers(200);
            assertThat(edge.connectors()).hasSize(1);
        } finally {
            edge.stop();
        }
    }
}
