package io.daybook.command.bus;

import io.daybook.api.log.OutcomeUnknown;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.jspecify.annotations.Nullable;

/**
 * Events whose append ended in an unknown outcome ({@link OutcomeUnknown}), until the log tells. There are at most as
 * many as one group of the store's writer holds: what it has not begun with is called back.
 */
final class Doubts {

    private final Queue<DomainEventMessage<?>> events = new ConcurrentLinkedQueue<>();
    private @Nullable EventStore log;

    void lookIn(EventStore store) {
        log = store;
    }

    void add(List<EventMessage<?>> appended, @Nullable ExecutionResult result) {
        if (result == null || !result.isExceptionResult() || !isUnknown(result.getExceptionResult())) return;
        for (EventMessage<?> event : appended) {
            if (event instanceof DomainEventMessage<?> domain) events.add(domain);
        }
    }

    /**
     * To be called before an append: the log is written in order, so that once it was committed, doubts from before it
     * which {@link #settle} does not find are none any more. The answer forgets them.
     */
    Runnable mark() {
        if (events.isEmpty()) return () -> {};
        List<DomainEventMessage<?>> earlier = List.copyOf(events);
        return () -> events.removeAll(earlier);
    }

    /** Hands over the payloads of those that stand in the log, in the order of their appends. */
    void settle(Consumer<Object> found) {
        if (events.isEmpty()) return;
        synchronized (this) {
            for (DomainEventMessage<?> event : List.copyOf(events)) {
                if (!stands(event)) continue;
                found.accept(event.getPayload());
                events.remove(event);
            }
        }
    }

    private boolean stands(DomainEventMessage<?> event) {
        if (log == null) return false;
        var stream = log.readEvents(event.getAggregateIdentifier(), event.getSequenceNumber());
        return stream.hasNext() && stream.next().getIdentifier().equals(event.getIdentifier());
    }

    private static boolean isUnknown(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutcomeUnknown) return true;
        }
        return false;
    }
}
