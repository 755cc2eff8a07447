package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import io.daybook.http.refusal.BadRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Moments as they stand in a query string: positions, or UTC instants. */
final class Moments {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    /** Beyond the year 9999 no event is dated, nor before there were computers to date it. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final EventLog log;

    Moments(EventLog log) {
        this.log = log;
    }

    /** The first position that is not before it. */
    long first(String name, String text) {
        return POSITION.matcher(text).matches() ? Long.parseLong(text) : log.before(instant(name, text)) + 1;
    }

    /** The last position that is not after it. */
    long last(String name, String text) {
        if (POSITION.matcher(text).matches()) return Long.parseLong(text);
        return log.before(instant(name, text).truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
    }

    static long position(String name, String text) {
        if (POSITION.matcher(text).matches()) return Long.parseLong(text);
        throw new BadRequest(name + " is not a position");
    }

    private static Instant instant(String name, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(END) || instant.isBefore(Instant.EPOCH)) throw new DateTimeException("out of range");
            return instant;
        } catch (DateTimeException neither) {
            throw new BadRequest(name + " is neither a position nor an instant such as 2026-06-23T13:07:27.104Z");
        }
    }
}
