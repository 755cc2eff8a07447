package io.daybook.axonserver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.http.FreePort;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of a server that cannot be used. */
class GreetingTest {

    private static final String CONTEXT = "lab";
    private static final String TOKEN = "hush-hush";

    @TempDir
    private Path folder;

    private AxonServer server() {
        return AxonServer.start(io.daybook.testkit.axonserver.AxonServerSettings.in(folder)
                .withContext(CONTEXT)
                .withToken(TOKEN));
    }

    private static Greeting greeting(String context, @Nullable String token, boolean tls, String... addresses) {
        List<ServerAddress> servers =
                Arrays.stream(addresses).map(ServerAddress::parse).toList();
        return new Greeting(new AxonServerSettings(servers, context, token, tls, null, "test", SharedStores.DEADLINE));
    }

    @Test
    void one_server_that_takes_us_is_enough() {
        try (AxonServer server = server()) {
            String nobody = "127.0.0.1:" + FreePort.find();
            assertThatCode(() -> greeting(CONTEXT, TOKEN, false, nobody, server.address())
                            .exchange())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_token_that_is_missing_or_wrong_is_said_and_not_told() {
        try (AxonServer server = server()) {
            assertThatThrownBy(() ->
                            greeting(CONTEXT, null, false, server.address()).exchange())
                    .isInstanceOf(UnusableServer.class)
                    .hasMessageContainingAll(server.address(), "axon.axonserver.token is not set");
            assertThatThrownBy(() ->
                            greeting(CONTEXT, "other", false, server.address()).exchange())
                    .hasMessageContaining("does not accept the token of axon.axonserver.token")
                    .hasMessageNotContaining("other");
        }
    }

    @Test
    void an_unknown_context_is_named() {
        try (AxonServer server = server()) {
            assertThatThrownBy(() ->
                            greeting("yard", TOKEN, false, server.address()).exchange())
                    .hasMessageContaining("axon.axonserver.context=yard");
        }
    }

    @Test
    void each_server_that_is_not_there_is_named() {
        String one = "127.0.0.1:" + FreePort.find();
        String other = "127.0.0.1:" + FreePort.find();
        assertThatThrownBy(() -> greeting(CONTEXT, null, false, one, other).exchange())
                .hasMessageContainingAll(one, other, "axon.axonserver.servers cannot be reached");
    }

    @Test
    void a_server_without_tls_is_not_reached_with_it() {
        try (AxonServer server = server()) {
            assertThatThrownBy(() ->
                            greeting(CONTEXT, TOKEN, true, server.address()).exchange())
                    .hasMessageContaining("axon.axonserver.ssl-enabled=true");
        }
    }

    @Test
    void another_protocol_is_said_to_be_one() throws Exception {
        Server other = NettyServerBuilder.forPort(0).build().start();
        try {
            assertThatThrownBy(() -> greeting(CONTEXT, null, false, "127.0.0.1:" + other.getPort())
                            .exchange())
                    .hasMessageContaining("does not speak the protocol of this version");
        } finally {
            other.shutdownNow();
        }
    }
}
