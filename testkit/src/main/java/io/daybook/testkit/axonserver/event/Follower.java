package io.daybook.testkit.axonserver.event;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.daybook.testkit.axonserver.wire.Answers;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One client's stream of all events: sends as many as it has permits for, and then waits for permits, or for more events. */
final class Follower implements StreamObserver<GetEventsRequest> {

    private final Store store;
    private final ServerCallStreamObserver<EventWithToken> client;
    private final Thread thread = new Thread(this::run, "axon-server-follower");
    private final Runnable wake = this::wake;
    private boolean started;
    private boolean closed;
    private long permits;
    private long next;

    /** To be made before the call has begun. */
    Follower(Store store, ServerCallStreamObserver<EventWithToken> client) {
        this.store = store;
        this.client = client;
        client.setOnReadyHandler(wake);
        client.setOnCancelHandler(this::close);
        thread.setDaemon(true);
    }

    @Override
    public synchronized void onNext(GetEventsRequest request) {
        permits += request.getNumberOfPermits();
        if (!started) {
            started = true;
            next = request.getTrackingToken();
            store.whenWritten(wake);
            thread.start();
        }
        notifyAll();
    }

    @Override
    public void onError(Throwable cut) {
        close();
    }

    @Override
    public void onCompleted() {
        close();
        client.onCompleted();
    }

    private synchronized void close() {
        closed = true;
        store.forget(wake);
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void run() {
        try {
            while (awaitReady()) {
                store.ask(connection -> {
                    Sql.each(connection, this::send, "SELECT * FROM events WHERE token >= ? ORDER BY token", next);
                    return true;
                });
            }
        } catch (StatusRuntimeException e) {
            Answers.failed(client, e);
            close();
        } catch (InterruptedException | IllegalStateException gone) {
            close();
        }
    }

    private synchronized boolean awaitReady() throws InterruptedException {
        while (!closed && !mayGoOn()) wait();
        return !closed;
    }

    private synchronized boolean mayGoOn() {
        return !closed && permits > 0 && client.isReady() && next <= store.head();
    }

    /** And says whether the next one may follow at once. */
    private synchronized boolean send(ResultSet row) throws SQLException {
        if (!mayGoOn()) return false;
        next = row.getLong("token") + 1;
        permits--;
        client.onNext(EventWithToken.newBuilder()
                .setToken(next - 1)
                .setEvent(Events.of(row))
                .build());
        return mayGoOn();
    }
}
