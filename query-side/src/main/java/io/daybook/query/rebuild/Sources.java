package io.daybook.query.rebuild;

import io.daybook.api.log.EventLog;
import io.daybook.query.view.Generations;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * What rebuilding reads and writes.
 *
 * @param events of the log, decoded as for the views that answer
 */
public record Sources(
        Generations generations, EventLog log, Supplier<StreamableMessageSource<TrackedEventMessage<?>>> events) {}
