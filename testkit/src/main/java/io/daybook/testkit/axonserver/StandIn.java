package io.daybook.testkit.axonserver;

import io.daybook.testkit.axonserver.event.EventStoreService;
import io.daybook.testkit.axonserver.event.Store;
import io.daybook.testkit.axonserver.message.CommandService;
import io.daybook.testkit.axonserver.message.QueryService;
import io.daybook.testkit.net.Certificate;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** The services that a client of Axon Server needs, at one port, over one store. */
final class StandIn implements AutoCloseable {

    private static final int STOP_SECONDS = 10;

    private final Store store;
    private final Server server;

    private StandIn(Store store, AxonServerSettings settings) {
        this.store = store;
        server = listening(settings)
                .maxInboundMessageSize(settings.maxMessageBytes())
                .permitKeepAliveWithoutCalls(true)
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .keepAliveTime(2500, TimeUnit.MILLISECONDS)
                .keepAliveTimeout(5, TimeUnit.SECONDS)
                .intercept(new Access(settings))
                .addService(new PlatformService(this::port))
                .addService(new EventStoreService(store))
                .addService(new CommandService())
                .addService(new QueryService())
                .build();
    }

    private static NettyServerBuilder listening(AxonServerSettings settings) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address);
        Certificate shown = settings.certificate();
        if (shown == null) return builder;
        return builder.useTransportSecurity(shown.chain().toFile(), shown.key().toFile());
    }

    static StandIn start(AxonServerSettings settings) {
        try {
            Files.createDirectories(settings.folder());
            StandIn made = new StandIn(Store.open(settings.folder()), settings);
            made.listen();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the stand-in for Axon Server cannot open its file", e);
        }
    }

    private void listen() throws IOException {
        try {
            server.start();
        } catch (IOException taken) {
            close();
            throw taken;
        }
    }

    private int port() {
        return server.getPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    @Override
    public void close() {
        try {
            server.shutdownNow().awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            store.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("the stand-in for Axon Server cannot close its file", e);
        }
    }
}
