package io.daybook.testkit.axonserver.event;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.daybook.testkit.axonserver.wire.Answers;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** Events and snapshots over the wire. Queries over events are not answered. */
public final class EventStoreService extends EventStoreGrpc.EventStoreImplBase {

    static final Confirmation DONE = Confirmation.newBuilder().setSuccess(true).build();

    private final Store store;

    public EventStoreService(Store store) {
        this.store = store;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> client) {
        return new Append(store, client);
    }

    @Override
    public void appendSnapshot(Event snapshot, StreamObserver<Confirmation> client) {
        store.putSnapshot(snapshot, refused -> Answers.one(client, DONE, refused));
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> client) {
        Answers.asked(client, () -> {
            store.ask(connection -> AggregateEvents.send(connection, request, client));
            client.onCompleted();
        });
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> client) {
        Answers.asked(client, () -> {
            store.ask(connection -> AggregateEvents.send(connection, request, client));
            client.onCompleted();
        });
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> client) {
        return new Follower(store, (ServerCallStreamObserver<EventWithToken>) client);
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> client) {
        Answers.asked(client, () -> {
            long last = store.ask(connection -> Events.lastSequence(connection, request.getAggregateId()));
            Answers.one(
                    client,
                    ReadHighestSequenceNrResponse.newBuilder()
                            .setToSequenceNr(last)
                            .build());
        });
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> client) {
        Answers.one(client, token(0));
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> client) {
        Answers.one(client, token(store.head()));
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> client) {
        Answers.asked(client, () -> {
            long token = store.ask(connection -> Events.tokenAt(connection, request.getInstant()));
            Answers.one(client, token(token));
        });
    }

    private static TrackingToken token(long token) {
        return TrackingToken.newBuilder().setToken(token).build();
    }
}
