package io.daybook.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.daybook.api.log.SharedEvent;
import io.daybook.api.log.SharedLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The log of several nodes, in one context of an Axon Server. Building one does no I/O; {@link #open} does. */
public final class AxonServerLog implements SharedLog {

    /** Events that are sent before they are taken: one may hold 100,000 points, so that many would fill the memory. */
    private static final int AHEAD = 64;

    private static final int REFILL = 16;

    private final AxonServerSettings settings;
    private @Nullable AxonServerConnectionFactory factory;
    private volatile @Nullable AxonServerConnection connection;

    public AxonServerLog(AxonServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized void open() {
        if (connection != null) return;
        new Greeting(settings).exchange();
        AxonServerConnectionFactory fresh = Channels.factory(settings);
        factory = fresh;
        connection = fresh.connect(settings.context());
    }

    @Override
    public CompletableFuture<Long> head() {
        CompletableFuture<Long> last = events().getLastToken();
        return last.copy()
                .orTimeout(settings.deadline().toNanos(), TimeUnit.NANOSECONDS)
                // the server counts from 0, and tells -1 for nothing
                .handle((token, failure) -> {
                    if (failure == null) return token + 1;
                    throw new ServerUnavailable("Axon Server does not answer: " + Failures.words(failure), failure);
                });
    }

    @Override
    public boolean append(List<SharedEvent> events) {
        List<Event> encoded = events.stream().map(Codec::encoded).toList();
        try {
            AppendEventsTransaction transaction = events().startAppendEventsTransaction();
            encoded.forEach(transaction::appendEvent);
            Confirmation answer = transaction.commit().get(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
            if (answer == null || !answer.getSuccess())
                throw new ServerUnavailable("Axon Server confirms nothing", null);
            return true;
        } catch (ExecutionException failure) {
            if (Failures.code(failure).equals(Failures.INVALID_SEQUENCE)) return false;
            throw failed(failure, encoded);
        } catch (TimeoutException late) {
            throw new ServerUnavailable.Unknown(size(encoded), late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable.Unknown(size(encoded), stopping);
        }
    }

    private static ServerUnavailable failed(ExecutionException failure, List<Event> events) {
        long bytes = size(events);
        if (Failures.isTooLong(failure))
            return new ServerUnavailable(
                    "Axon Server does not take " + bytes + " bytes: its axoniq.axonserver.max-message-size should be"
                            + " 64MB (" + Failures.words(failure) + ")",
                    failure);
        return Failures.isRefusal(failure)
                ? new ServerUnavailable("Axon Server refuses the append: " + Failures.words(failure), failure)
                : new ServerUnavailable.Unknown(bytes, failure);
    }

    private static long size(List<Event> events) {
        return events.stream().mapToLong(Event::getSerializedSize).sum();
    }

    @Override
    public Coming after(long position) {
        // a stream begins behind the token that it is given
        return new ServerEvents(events().openStream(position - 1, AHEAD, REFILL));
    }

    private EventChannel events() {
        AxonServerConnection open = connection;
        if (open == null) throw new ServerUnavailable("the connection to Axon Server is not open", null);
        return open.eventChannel();
    }

    @Override
    public synchronized void close() {
        if (factory != null) factory.shutdown();
        factory = null;
        connection = null;
    }
}
