package io.daybook.http.request;

import io.daybook.http.refusal.BadRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time as the contracts write it: local, in the log's zone, with milliseconds. */
public final class LocalDates {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T(\\d{2})"
            + "(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?(Z|[+-]\\d{2}:?\\d{2})?)?)?)?");
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000);
    private static final double EARLIEST = -63_000_000_000_000.0;
    private static final double LATEST = 254_000_000_000_000.0;

    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    public LocalDates(InstantSource clock, Supplier<ZoneId> zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The text of a date that a client sent, as it is stored. Shortened forms end after any whole field. */
    public String parse(String field, String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) throw none(field);
        try {
            LocalDateTime date = LocalDateTime.of(
                    number(parts, 1, 0),
                    number(parts, 2, 1),
                    number(parts, 3, 1),
                    number(parts, 4, 0),
                    number(parts, 5, 0),
                    number(parts, 6, 0),
                    nanos(parts.group(7)));
            String offset = parts.group(8);
            LocalDateTime local = offset == null ? date : here(date, offset);
            if (local.getYear() < 1 || local.getYear() > 9999) throw none(field);
            return local.format(FORMAT);
        } catch (DateTimeException impossible) {
            throw none(field);
        }
    }

    /** Seconds since the epoch of a stored date. */
    public double seconds(String date) {
        return LocalDateTime.parse(date, FORMAT).atZone(zone.get()).toInstant().toEpochMilli() / 1000.0;
    }

    /** The date of so many seconds since the epoch, within the years 1 to 9999. */
    public String of(double seconds) {
        double millis = Math.clamp(Math.rint(seconds * 1000), EARLIEST, LATEST);
        LocalDateTime date = LocalDateTime.ofInstant(Instant.ofEpochMilli((long) millis), zone.get());
        return (date.getYear() < 1 ? FIRST : date.getYear() > 9999 ? LAST : date).format(FORMAT);
    }

    public double nowInSeconds() {
        return clock.instant().toEpochMilli() / 1000.0;
    }

    private LocalDateTime here(LocalDateTime date, String offset) {
        return date.atOffset(ZoneOffset.of(offset))
                .atZoneSameInstant(zone.get())
                .toLocalDateTime();
    }

    private static int number(Matcher parts, int group, int otherwise) {
        String text = parts.group(group);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** Beyond milliseconds a fraction is cut off. */
    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3)) * 1_000_000;
    }

    private static BadRequest none(String field) {
        return new BadRequest(field + " is not a date such as 2026-06-23T13:07:27.104");
    }

    public String now() {
        return LocalDateTime.ofInstant(clock.instant(), zone.get()).format(FORMAT);
    }
}
