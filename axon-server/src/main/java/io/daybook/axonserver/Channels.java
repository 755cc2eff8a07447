package io.daybook.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Connections as the settings want them. */
final class Channels {

    /** The largest request that the edge takes, as one event, and room around it. */
    private static final int LONGEST = 64 << 20;

    private static final int KEEP_ALIVE_SECONDS = 2;
    private static final int RECONNECT_MILLIS = 300;
    private static final int CONNECT_SECONDS = 3;

    private Channels() {}

    /** One that lives, and comes back. */
    static AxonServerConnectionFactory factory(AxonServerSettings settings) {
        var builder = AxonServerConnectionFactory.forClient("daybook", settings.node())
                .routingServers(settings.servers().stream()
                        .map(server ->
                                new io.axoniq.axonserver.connector.impl.ServerAddress(server.host(), server.port()))
                        .toArray(io.axoniq.axonserver.connector.impl.ServerAddress[]::new))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .reconnectInterval(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
                // a server that is cut off silently is noticed
                .usingKeepAlive(KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, false)
                .maxInboundMessageSize(LONGEST);
        if (settings.token() != null) builder.token(settings.token());
        if (settings.tls()) builder.useTransportSecurity(certificates(settings));
        return builder.build();
    }

    /** A plain one, for a single question. */
    static NettyChannelBuilder single(AxonServerSettings settings, ServerAddress server) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(server.host(), server.port());
        return settings.tls() ? builder.sslContext(certificates(settings)) : builder.usePlaintext();
    }

    private static SslContext certificates(AxonServerSettings settings) {
        try {
            var context = GrpcSslContexts.forClient();
            if (settings.certificates() != null)
                context.trustManager(settings.certificates().toFile());
            return context.build();
        } catch (SSLException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "axon.axonserver.cert-file=" + settings.certificates() + " cannot be used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }
}
