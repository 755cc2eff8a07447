package io.daybook.server.tool;

import io.daybook.api.log.LogHead;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.NewLog;
import io.daybook.server.restore.Target;
import java.util.HexFormat;

/** The log of a server that does not run: its views notice at the next start. */
record StoppedLog(SqliteLog log) implements Target {

    @Override
    public LogHead head() {
        return LogHead.of(log);
    }

    @Override
    public boolean replace(NewLog fresh) {
        return log.replaceBy(fresh);
    }

    @Override
    public boolean extend(LogHead place, Copies copies) {
        return log.extend(place.position(), HexFormat.of().parseHex(place.hash()), copies);
    }
}
