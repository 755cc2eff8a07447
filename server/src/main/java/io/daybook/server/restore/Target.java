package io.daybook.server.restore;

import io.daybook.api.log.LogHead;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.NewLog;

/** The log that is restored into. */
public interface Target {

    LogHead head();

    /** Puts another log in its place, unless it holds more than its first event: whether it did. */
    boolean replace(NewLog fresh);

    /** Appends events as they were elsewhere, all or nothing, unless it does not end at that place: whether it did. */
    boolean extend(LogHead place, Copies copies);
}
