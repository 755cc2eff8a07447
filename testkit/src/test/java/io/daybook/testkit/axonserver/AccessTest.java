package io.daybook.testkit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.connector.impl.Headers;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.daybook.testkit.axonserver.wire.Refusal;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

    private AxonServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = AxonServer.start(
                AxonServerSettings.in(folder).withToken("secret").withContext("lab"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_shows_the_token_and_names_the_context_is_let_in() throws Exception {
        try (Client client = new Client(server.address(), "lab", builder -> builder.token("secret"))) {
            client.append(Client.event("a", 0));
            assertThat(client.read(-1, 1)).hasSize(1);
        }
        assertThat(ask(Map.of(Headers.ACCESS_TOKEN, "secret", Headers.CONTEXT, "lab"))
                        .getSameConnection())
                .isTrue();
    }

    @Test
    void others_are_told_why_not() {
        String method = "io.axoniq.axonserver.grpc.control.PlatformService/GetPlatformServer";
        refuses(Map.of(), "AXONIQ-1000", "PERMISSION_DENIED: No token for " + method);
        refuses(
                Map.of(Headers.ACCESS_TOKEN, "guessed", Headers.CONTEXT, "lab"),
                "AXONIQ-1001",
                "PERMISSION_DENIED: Invalid token for " + method);
        refuses(
                Map.of(Headers.ACCESS_TOKEN, "secret", Headers.CONTEXT, "other"),
                "AXONIQ-1302",
                "NOT_FOUND: [AXONIQ-1302] other: not found in any replication group");
    }

    private void refuses(Map<Metadata.Key<String>, String> headers, String code, String sentence) {
        assertThatThrownBy(() -> ask(headers)).hasMessage(sentence).satisfies(e -> assertThat(
                        Status.trailersFromThrowable(e))
                .matches(trailers -> code.equals(trailers.get(Refusal.CODE))));
    }

    /** The connector tries again and again, and does not tell why: so without it. */
    private PlatformInfo ask(Map<Metadata.Key<String>, String> headers) {
        Metadata metadata = new Metadata();
        headers.forEach(metadata::put);
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(server.address()).usePlaintext().build();
        try {
            return PlatformServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                    .withDeadlineAfter(Client.SECONDS, TimeUnit.SECONDS)
                    .getPlatformServer(ClientIdentification.getDefaultInstance());
        } finally {
            channel.shutdownNow();
        }
    }
}
