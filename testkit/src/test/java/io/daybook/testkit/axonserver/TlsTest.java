package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.daybook.testkit.net.Certificate;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @Test
    void who_trusts_the_certificate_is_served_and_who_speaks_plainly_is_not(@TempDir Path folder) throws Exception {
        Certificate certificate = Certificate.make(folder);
        AxonServerSettings settings = AxonServerSettings.in(folder).withCertificate(certificate);
        try (AxonServerProcess server = AxonServerProcess.start(settings);
                Client trusting =
                        new Client(server.address(), "default", builder -> trust(builder, certificate.chain()));
                Client plain = new Client(server.address())) {
            trusting.append(event("a", 0));
            assertThatThrownBy(() -> plain.append(event("a", 1))).hasMessageContaining("UNAVAILABLE");
            assertThat(trusting.read(-1, 1)).hasSize(1);
        }
    }

    private static void trust(AxonServerConnectionFactory.Builder builder, Path chain) {
        try {
            builder.useTransportSecurity(
                    GrpcSslContexts.forClient().trustManager(chain.toFile()).build());
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
