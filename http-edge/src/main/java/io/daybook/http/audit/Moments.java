package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.Moment;
import io.daybook.http.refusal.BadRequest;
import java.time.Instant;

/** Moments as they stand in a query string: positions, or UTC instants. */
final class Moments {

    private final EventLog log;

    Moments(EventLog log) {
        this.log = log;
    }

    /** The first position that is not before it. */
    long first(String name, String text) {
        return moment(name, text).first(log);
    }

    /** The last position that is not after it. */
    long last(String name, String text) {
        return moment(name, text).last(log);
    }

    /** The position as of which something is asked: the last one that is not after it, which must not be still to come. */
    long asOf(String name, String text) {
        Moment moment = moment(name, text);
        if (!moment.isAhead(log, Instant.now())) return moment.last(log);
        throw new BadRequest(name + " is still to come: the log has reached position " + log.head());
    }

    static long position(String name, String text) {
        if (moment(name, text) instanceof Moment.Position(long position)) return position;
        throw new BadRequest(name + " is not a position");
    }

    private static Moment moment(String name, String text) {
        try {
            return Moment.parse(text);
        } catch (IllegalArgumentException neither) {
            throw new BadRequest(name + " " + neither.getMessage());
        }
    }
}
