package io.daybook.query.view;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The one place that knows how a position of the log, from 1, and a token of its event store belong together. */
final class LogPosition {

    private LogPosition() {}

    /** 0 for the token before the first event. */
    static long of(@Nullable TrackingToken token) {
        if (token == null) return 0;
        return token.position().orElseThrow(() -> new IllegalArgumentException("a token without position: " + token));
    }

    /** The token after which the event at {@code position + 1} comes. */
    static @Nullable TrackingToken token(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }
}
