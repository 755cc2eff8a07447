package io.daybook.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.daybook.api.log.SharedLog.Coming;
import io.daybook.api.log.SharedLog.Placed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server's stream. */
record ServerEvents(EventStream stream) implements Coming {

    @Override
    public Optional<Placed> next(Duration patience) throws InterruptedException {
        EventWithToken next = stream.nextIfAvailable(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (next != null) return Optional.of(new Placed(next.getToken() + 1, Codec.decoded(next.getEvent())));
        if (stream.isClosed()) throw broken();
        return Optional.empty();
    }

    private ServerUnavailable broken() {
        Throwable cause = stream.getError().orElse(null);
        String why = cause == null ? "the server ended it" : Failures.words(cause);
        return new ServerUnavailable("the stream of events from Axon Server broke off: " + why, cause);
    }

    @Override
    public void close() {
        stream.close();
    }
}
