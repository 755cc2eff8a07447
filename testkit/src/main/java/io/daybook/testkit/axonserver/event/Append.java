package io.daybook.testkit.axonserver.event;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.testkit.axonserver.wire.Answers;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** One transaction: what has come is written when the client says that this is all, and confirmed when it is durable. */
final class Append implements StreamObserver<Event> {

    private final List<Event> events = new ArrayList<>();
    private final Store store;
    private final StreamObserver<Confirmation> client;

    Append(Store store, StreamObserver<Confirmation> client) {
        this.store = store;
        this.client = client;
    }

    @Override
    public void onNext(Event event) {
        events.add(event);
    }

    /** The client has rolled back, or is gone. */
    @Override
    public void onError(Throwable cut) {
        events.clear();
    }

    @Override
    public void onCompleted() {
        store.append(events, refused -> Answers.one(client, EventStoreService.DONE, refused));
    }
}
