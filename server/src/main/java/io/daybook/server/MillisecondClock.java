package io.daybook.server;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;

/** Events carry whole milliseconds, UTC: Axon Server keeps no more, and hashes must survive a move. */
final class MillisecondClock {

    private MillisecondClock() {}

    static void install() {
        GenericEventMessage.clock = Clock.tickMillis(java.time.ZoneOffset.UTC);
    }
}
