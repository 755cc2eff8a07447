package io.daybook.server.restore;

import io.daybook.api.log.LogHead;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.NewLog;
import java.util.Optional;

/** The log that is restored into. */
public interface Target {

    LogHead head();

    /** Why no other log can take its place; empty when one can. */
    default Optional<String> occupied() {
        long events = head().position();
        if (events <= 1) return Optional.empty();
        return Optional.of("this server holds " + events + " events, and a whole backup is restored into an empty one:"
                + " start one with another daybook.home");
    }

    /** Puts another log in its place, unless it is {@link #occupied} by now: whether it did. */
    boolean replace(NewLog fresh);

    /** Appends events as they were elsewhere, all or nothing, unless it does not end at that place: whether it did. */
    boolean extend(LogHead place, Copies copies);
}
