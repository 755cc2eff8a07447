package io.daybook.api.log;

import org.jspecify.annotations.Nullable;

/**
 * Where the log ends.
 *
 * @param position of the last event; 0 when there is none
 * @param hash of the chain there, lower-case hex
 * @param timestamp of that event, see {@link LoggedEvent#time()}; null when there is none
 */
public record LogHead(long position, String hash, @Nullable String timestamp) {

    /** What the chain begins with. */
    public static final String NO_HASH = "0".repeat(64);

    public static LogHead of(EventLog log) {
        long position = log.head();
        return log.at(position)
                .map(last -> new LogHead(position, last.hashHex(), last.time()))
                .orElseGet(() -> new LogHead(position, NO_HASH, null));
    }
}
