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

    /** No answer in time, where the events may stand in the log all the same. */
    static final class Unknown extends StoreUnavailable implements OutcomeUnknown {

        private static final long serialVersionUID = 1L;

        Unknown() {
            this("the disk did not answer within the deadline");
        }

        Unknown(String why) {
            super(why + ": the outcome is unknown", null);
        }
    }
}
