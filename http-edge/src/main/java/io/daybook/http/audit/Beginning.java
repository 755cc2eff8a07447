package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;

/**
 * The first event of a log, which tells it from the one that a restore puts in its place. A log of more than its first
 * event is never replaced.
 */
final class Beginning {

    private final EventLog log;
    private final String id;
    private boolean settled;

    Beginning(EventLog log) {
        this.log = log;
        this.id = first();
    }

    /** Whether that log's head it was. */
    boolean isOf(long head) {
        if (settled) return true;
        boolean same = id.equals(first());
        settled = same && head > 1;
        return same;
    }

    private String first() {
        return log.at(1).map(LoggedEvent::id).orElse("");
    }
}
