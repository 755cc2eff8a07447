package io.daybook.query.s3;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The objects that this process is sending: a sweep must leave them alone. */
final class Coming {

    private final Map<String, Integer> senders = new HashMap<>();

    /** When objects that came in parts were whole: servers may date them by their beginning. A sweep tidies up. */
    private final Map<String, Instant> whole = new HashMap<>();

    synchronized void announce(String key) {
        senders.merge(key, 1, Integer::sum);
    }

    synchronized void leave(String key) {
        senders.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    synchronized void whole(String key) {
        whole.put(key, Instant.now());
    }

    synchronized void forgetWholeBefore(Instant moment) {
        whole.values().removeIf(since -> since.isBefore(moment));
    }

    /** Whoever announces the key meanwhile has to wait. */
    synchronized boolean unless(String key, BooleanSupplier deletion) {
        return !senders.containsKey(key) && !whole.containsKey(key) && deletion.getAsBoolean();
    }
}
