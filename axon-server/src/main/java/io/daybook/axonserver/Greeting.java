package io.daybook.axonserver;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks each server once whether it takes us: the connector itself tries for ever, and tells nobody why it fails. */
final class Greeting {

    private static final int SECONDS = 5;

    private static final Metadata.Key<String> CONTEXT =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER);

    private final AxonServerSettings settings;

    Greeting(AxonServerSettings settings) {
        this.settings = settings;
    }

    /** @throws UnusableServer when none takes us; tells what is wrong with each */
    void exchange() {
        List<String> complaints = new ArrayList<>();
        for (ServerAddress server : settings.servers()) {
            try {
                greet(server);
                return;
            } catch (StatusRuntimeException failure) {
                complaints.add(complaint(server, failure));
            }
        }
        throw new UnusableServer(String.join("; ", complaints));
    }

    private void greet(ServerAddress server) {
        ManagedChannel channel =
                Channels.single(settings, server).intercept(headers()).build();
        try {
            PlatformServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .getPlatformServer(ClientIdentification.newBuilder()
                            .setClientId(settings.node())
                            .setComponentName("daybook")
                            .build());
            EventStoreGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .getFirstToken(GetFirstTokenRequest.getDefaultInstance());
        } finally {
            channel.shutdownNow();
        }
    }

    private ClientInterceptor headers() {
        Metadata headers = new Metadata();
        headers.put(CONTEXT, settings.context());
        if (settings.token() != null) headers.put(TOKEN, settings.token());
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    private String complaint(ServerAddress server, StatusRuntimeException failure) {
        String who = "Axon Server at " + server;
        String words = Failures.words(failure);
        return switch (Failures.code(failure)) {
            case Failures.TOKEN_MISSING -> who + " wants a token: axon.axonserver.token is not set";
            case Failures.TOKEN_INVALID -> who + " does not accept the token of axon.axonserver.token";
            case "" -> unanswered(who, failure, words);
            default ->
                who + " refuses the context of axon.axonserver.context=" + settings.context() + " (" + words + ")";
        };
    }

    private String unanswered(String who, StatusRuntimeException failure, String words) {
        return switch (failure.getStatus().getCode()) {
            case UNIMPLEMENTED ->
                who + " does not speak the protocol of this version: axon.axonserver.servers has to name an Axon"
                        + " Server of version 4.6 or later, and its gRPC port (" + words + ")";
            case UNAVAILABLE, DEADLINE_EXCEEDED, UNKNOWN, INTERNAL ->
                who + " of axon.axonserver.servers cannot be reached with axon.axonserver.ssl-enabled=" + settings.tls()
                        + " (" + words + ")";
            default -> who + " refuses this node (" + words + ")";
        };
    }
}
