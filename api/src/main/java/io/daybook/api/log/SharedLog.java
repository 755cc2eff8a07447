package io.daybook.api.log;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The log of several nodes, in a server of its own, which says what comes after what. Positions are those of {@link
 * EventLog}. What goes wrong on the way there is an exception that is {@link io.daybook.api.refusal.Unavailable}.
 */
public interface SharedLog extends AutoCloseable {

    /**
     * Finds the server, once; from then on the connection heals by itself.
     *
     * @throws RuntimeException when it cannot be used; the message tells an operator why, in a sentence
     */
    void open();

    /** The position of the last event; 0 when there is none. Fails when there is no answer in good time. */
    CompletableFuture<Long> head();

    /**
     * Appends all or nothing, and returns when the server has confirmed it.
     *
     * @return false when an event does not follow its aggregate's last one
     * @throws RuntimeException which is also {@link OutcomeUnknown} when the events may stand in the log all the same
     */
    boolean append(List<SharedEvent> events);

    /** The events beyond a position, for ever. To be closed. */
    Coming after(long position);

    @Override
    void close();

    /** An event, and where it stands. */
    record Placed(long position, SharedEvent event) {}

    /** Events as they come. */
    interface Coming extends AutoCloseable {

        /**
         * The next one; empty when none has come within the time.
         *
         * @throws RuntimeException when no more will come this way
         */
        Optional<Placed> next(Duration patience) throws InterruptedException;

        @Override
        void close();
    }
}
