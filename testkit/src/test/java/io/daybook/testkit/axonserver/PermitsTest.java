package io.daybook.testkit.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermitsTest {

    private final BlockingQueue<EventWithToken> received = new LinkedBlockingQueue<>();

    /** Without the connector, which always permits dozens. */
    @Test
    void no_more_come_than_are_permitted(@TempDir Path folder) throws Exception {
        try (AxonServer server = AxonServer.orReal(AxonServerSettings.in(folder));
                Client client = new Client(server.address())) {
            client.append(
                    IntStream.range(0, 100).mapToObj(i -> Client.event("a", i)).toArray(Event[]::new));
            ManagedChannel channel = NettyChannelBuilder.forTarget(server.address())
                    .usePlaintext()
                    .build();
            StreamObserver<GetEventsRequest> requests =
                    EventStoreGrpc.newStub(channel).listEvents(new Receiving());
            requests.onNext(GetEventsRequest.newBuilder()
                    .setTrackingToken(10)
                    .setNumberOfPermits(3)
                    .build());
            assertThat(next(3)).containsExactly(10L, 11L, 12L);
            // what takes its time, so that more would have come
            client.append(Client.event("b", 0));
            assertThat(client.read(-1, 101)).hasSize(101);
            assertThat(received).isEmpty();
            requests.onNext(GetEventsRequest.newBuilder().setNumberOfPermits(2).build());
            assertThat(next(2)).containsExactly(13L, 14L);
            channel.shutdownNow();
        }
    }

    private List<Long> next(int count) {
        return IntStream.range(0, count).mapToObj(i -> next().getToken()).toList();
    }

    private EventWithToken next() {
        try {
            EventWithToken event = received.poll(Client.SECONDS, TimeUnit.SECONDS);
            if (event == null) throw new AssertionError("no event came in time");
            return event;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Receiving implements StreamObserver<EventWithToken> {
        @Override
        public void onNext(EventWithToken event) {
            received.add(event);
        }

        @Override
        public void onError(Throwable cut) {
            // the test waits in vain, and says so
        }

        @Override
        public void onCompleted() {
            // as above
        }
    }
}
