package io.daybook.api.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The log, for those who read it as it is stored: backup, verification, audit, and state folded at start. */
public interface EventLog {

    /** The position of the last durable event; 0 when there is none. */
    long head();

    /** Events in order, in constant memory. To be closed. */
    Stream<LoggedEvent> read(EventFilter filter);

    Optional<LoggedEvent> at(long position);

    /** The event that an aggregate, such as {@code iteration-7}, began with. */
    default Optional<LoggedEvent> first(String aggregate) {
        try (Stream<LoggedEvent> events = read(new EventFilter(0, Long.MAX_VALUE, aggregate, Set.of()))) {
            return events.findFirst();
        }
    }

    /** The last position whose moment is before this instant; 0 when there is none. */
    long before(Instant instant);

    /** Waits for an event beyond {@code position} and says whether there is one. */
    boolean awaitBeyond(long position, Duration patience) throws InterruptedException;

    /**
     * Recomputes the chain of hashes over the positions {@code from} to {@code to}, both included; the highest long stands
     * for the head.
     */
    ChainReport verify(long from, long to);
}
