package io.daybook.testkit.axonserver.event;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.grpc.stub.StreamObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** What was stored of one aggregate. */
final class AggregateEvents {

    private AggregateEvents() {}

    /** The last snapshot, when one may be sent, and the events behind it. The end is not part of them, other than its name says. */
    static boolean send(Connection connection, GetAggregateEventsRequest request, StreamObserver<Event> client)
            throws SQLException {
        String aggregate = request.getAggregateId();
        long end = request.getMaxSequence() > 0 ? request.getMaxSequence() : Long.MAX_VALUE;
        long from = request.getInitialSequence();
        if (request.getAllowSnapshots()) from = snapshot(connection, aggregate, from, end, client);
        Sql.each(
                connection,
                row -> sent(client, Events.of(row)),
                "SELECT event FROM events WHERE aggregate = ? AND sequence >= ? AND sequence < ? ORDER BY sequence",
                aggregate,
                from,
                end);
        return true;
    }

    /** Where the events behind it begin. */
    private static long snapshot(
            Connection connection, String aggregate, long from, long end, StreamObserver<Event> client)
            throws SQLException {
        var next = new AtomicLong(from);
        Sql.each(
                connection,
                row -> {
                    next.set(row.getLong("sequence") + 1);
                    return sent(client, Events.of(row));
                },
                "SELECT * FROM snapshots WHERE aggregate = ? AND sequence >= ? AND sequence < ?"
                        + " ORDER BY sequence DESC LIMIT 1",
                aggregate,
                from,
                end);
        return next.get();
    }

    /** Snapshots, the newest first. */
    static boolean send(Connection connection, GetAggregateSnapshotsRequest request, StreamObserver<Event> client)
            throws SQLException {
        Sql.each(
                connection,
                row -> sent(client, Events.of(row)),
                "SELECT event FROM snapshots WHERE aggregate = ? AND sequence BETWEEN ? AND ?"
                        + " ORDER BY sequence DESC LIMIT ?",
                request.getAggregateId(),
                request.getInitialSequence(),
                request.getMaxSequence(),
                request.getMaxResults() > 0 ? request.getMaxResults() : -1);
        return true;
    }

    private static boolean sent(StreamObserver<Event> client, Event event) {
        client.onNext(event);
        return true;
    }
}
