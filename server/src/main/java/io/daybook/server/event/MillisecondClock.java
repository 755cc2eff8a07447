package io.daybook.server.event;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;

/** Events carry whole milliseconds, UTC: Axon Server keeps no more, and hashes must survive a move. */
public final class MillisecondClock {

    private MillisecondClock() {}

    public static void install() {
        GenericEventMessage.clock = Clock.tickMillis(java.time.ZoneOffset.UTC);
    }
}
