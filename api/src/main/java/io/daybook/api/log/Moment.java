package io.daybook.api.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** A moment of the log, as it is named from outside. */
public sealed interface Moment {

    /** The first position that is not before it. */
    long first(EventLog log);

    /** The last position that is not after it. */
    long last(EventLog log);

    /** Whether it is still to come. Clocks may differ by the millisecond that instants are written with. */
    default boolean isAhead(EventLog log, Instant now) {
        return switch (this) {
            case Position(long position) -> position > log.head();
            case At(Instant instant) -> instant.isAfter(now.plusMillis(1));
        };
    }

    record Position(long position) implements Moment {

        private static final Pattern TEXT = Pattern.compile("[0-9]{1,18}");

        @Override
        public long first(EventLog log) {
            return position;
        }

        @Override
        public long last(EventLog log) {
            return position;
        }
    }

    record At(Instant instant) implements Moment {

        /** Beyond the year 9999 no event is dated, nor before there were computers to date it. */
        private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

        public At {
            if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END)) throw new DateTimeException("out of range");
        }

        @Override
        public long first(EventLog log) {
            return log.before(instant) + 1;
        }

        @Override
        public long last(EventLog log) {
            return log.before(instant.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
        }
    }

    /** @throws IllegalArgumentException when the text is neither a position nor an instant; says what it has to be */
    static Moment parse(String text) {
        if (Position.TEXT.matcher(text).matches()) return new Position(Long.parseLong(text));
        try {
            return new At(Instant.parse(text));
        } catch (DateTimeException neither) {
            throw new IllegalArgumentException(
                    "is neither a position nor an instant such as 2026-06-23T13:07:27.104Z", neither);
        }
    }
}
