package io.daybook.query.view;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.GenericEventMessage;

/** Failures, as operators are told of them: in a line, of bounded length, without what nobody may read. */
final class Errors {

    private static final int LONGEST = 300;
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    /** As password hashes look, the one secret that events hold. */
    private static final Pattern SECRET = Pattern.compile("\\$2[abxy]?\\$[./$0-9A-Za-z]+");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Errors() {}

    static String line(Exception failure) {
        String message = failure.getMessage();
        String text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        String line = LINE_BREAK.matcher(SECRET.matcher(text).replaceAll("…")).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    static String now() {
        return TIME.format(GenericEventMessage.clock.instant());
    }
}
