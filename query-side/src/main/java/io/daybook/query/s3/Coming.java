package io.daybook.query.s3;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The objects that this process is sending: a sweep must leave them alone. */
final class Coming {

    private final Map<String, Integer> senders = new HashMap<>();

    synchronized void announce(String key) {
        senders.merge(key, 1, Integer::sum);
    }

    synchronized void leave(String key) {
        senders.computeIfPresent(key, (sent, count) -> count == 1 ? null : count - 1);
    }

    /** Whoever announces the key meanwhile has to wait. */
    synchronized boolean unless(String key, BooleanSupplier deletion) {
        return !senders.containsKey(key) && deletion.getAsBoolean();
    }
}
