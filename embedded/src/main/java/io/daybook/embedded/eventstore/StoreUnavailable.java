package io.daybook.embedded.eventstore;

import io.daybook.api.refusal.Unavailable;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The log cannot be read or written now. After a failed append nothing was written, unless the message says that the
 * outcome is unknown.
 */
public final class StoreUnavailable extends EventStoreException implements Unavailable {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
