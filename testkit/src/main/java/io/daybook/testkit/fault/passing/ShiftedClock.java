package io.daybook.testkit.fault.passing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;

/** Runs the server with a clock for events that a file sets back or forward, since a machine's clock is not ours to set. */
final class ShiftedClock extends Clock {

    /** The property that names the file with the seconds. */
    static final String FILE = "daybook.test.clock-offset";

    private final Path file;

    private ShiftedClock(Path file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class.forName("io.daybook.server.Daybook")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
        GenericEventMessage.clock = new ShiftedClock(Path.of(System.getProperty(FILE)));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("events are in UTC");
    }

    @Override
    public Instant instant() {
        try {
            String seconds = Files.readString(file).strip();
            long shift = seconds.isEmpty() ? 0 : Long.parseLong(seconds);
            return Instant.ofEpochMilli(System.currentTimeMillis() + shift * 1_000);
        } catch (IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        }
    }
}
