package io.daybook.api.log;

import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** A log whose streams read on while the events that they gave are handled. */
public interface ReadsAhead {

    /**
     * The events behind a token, for ever.
     *
     * @param prepare is given each event that was read ahead, on another thread: for what can be done before its turn comes
     */
    BlockingStream<TrackedEventMessage<?>> openStream(
            @Nullable TrackingToken token, Consumer<? super TrackedEventMessage<?>> prepare);
}
