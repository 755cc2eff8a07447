package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.Moment;
import io.daybook.http.refusal.BadRequest;

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
