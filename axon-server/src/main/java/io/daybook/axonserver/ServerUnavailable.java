package io.daybook.axonserver;

import io.daybook.api.log.OutcomeUnknown;
import io.daybook.api.refusal.Unavailable;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Axon Server cannot be asked now. After a failed append nothing was written, unless it is {@link Unknown}. */
class ServerUnavailable extends EventStoreException implements Unavailable {

    private static final long serialVersionUID = 1L;

    ServerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The connection was lost, or the time was up, before the server had confirmed. */
    static final class Unknown extends ServerUnavailable implements OutcomeUnknown {

        private static final long serialVersionUID = 1L;

        /** The size is told, since a server may break off what is too long for it without saying so. */
        Unknown(long bytes, Throwable cause) {
            super(
                    "Axon Server has not confirmed the append of " + bytes + " bytes: the outcome is unknown ("
                            + Failures.words(cause) + ")",
                    cause);
        }
    }
}
