package io.daybook.testkit.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.daybook.testkit.fault.scene.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client as applications are, on the connector that they use. */
final class Client implements AutoCloseable {

    static final int SECONDS = 30;
    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    Client(String address) {
        this(address, "default", builder -> {});
    }

    Client(String address, String context, Consumer<AxonServerConnectionFactory.Builder> more) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        var builder = AxonServerConnectionFactory.forClient(
                        "tests", UUID.randomUUID().toString())
                .routingServers(new ServerAddress(host, port))
                .reconnectInterval(50, TimeUnit.MILLISECONDS)
                .connectTimeout(SECONDS, TimeUnit.SECONDS)
                .maxInboundMessageSize(MAX_MESSAGE_BYTES);
        more.accept(builder);
        factory = builder.build();
        connection = factory.connect(context);
    }

    AxonServerConnection connection() {
        return connection;
    }

    EventChannel events() {
        return connection.eventChannel();
    }

    /** In one transaction; and waits until it is confirmed. */
    void append(Event... events) throws Exception {
        get(events().appendEvents(events));
    }

    /** The last token, as soon as the server can be asked for it again. */
    long awaitLastToken() throws Exception {
        Waiting.until("the server answers", this::isAnswered);
        return get(events().getLastToken());
    }

    private boolean isAnswered() throws Exception {
        return get(events().getLastToken().handle((token, refused) -> refused == null));
    }

    /** The next events behind a token. */
    List<EventWithToken> read(long after, int count) throws Exception {
        try (EventStream stream = events().openStream(after, 64)) {
            return read(stream, count);
        }
    }

    static List<EventWithToken> read(EventStream stream, int count) throws Exception {
        List<EventWithToken> read = new ArrayList<>();
        while (read.size() < count) {
            EventWithToken next = stream.nextIfAvailable(SECONDS, TimeUnit.SECONDS);
            if (next == null) throw new AssertionError("only " + read.size() + " events came in time");
            read.add(next);
        }
        return read;
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }

    static Event event(String aggregate, long sequence) {
        return event(aggregate, sequence, ByteString.copyFromUtf8(aggregate + "/" + sequence));
    }

    static Event event(String aggregate, long sequence, ByteString payload) {
        return Event.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setAggregateType("note")
                .setAggregateIdentifier(aggregate)
                .setAggregateSequenceNumber(sequence)
                .setTimestamp(System.currentTimeMillis())
                .setPayload(SerializedObject.newBuilder().setType("NoteWritten").setData(payload))
                .build();
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}
