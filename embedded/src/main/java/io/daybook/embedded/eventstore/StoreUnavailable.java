package io.daybook.embedded.eventstore;

import io.daybook.api.log.OutcomeUnknown;
import io.daybook.api.refusal.Unavailable;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The log cannot be read or written now. After a failed append nothing was written, unless it is {@link Unknown}. */
public class StoreUnavailable extends EventStoreException implements Unavailable {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The disk has not answered in time. */
    static final class Unknown extends StoreUnavailable implements OutcomeUnknown {

        private static final long serialVersionUID = 1L;

        Unknown() {
            super("the disk did not answer within the deadline: the outcome is unknown", null);
        }
    }
}
