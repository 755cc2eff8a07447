package io.daybook.http.request;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** The time as the contracts write it: local, in the log's zone, with milliseconds. */
public final class LocalDates {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private final InstantSource clock;
    private final Supplier<ZoneId> zone;

    LocalDates(InstantSource clock, Supplier<ZoneId> zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public String now() {
        return LocalDateTime.ofInstant(clock.instant(), zone.get()).format(FORMAT);
    }
}
