package io.daybook.query;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.EventLog;
import java.time.Duration;
import java.time.Instant;

/** A log whose events a test gives, without moments and without a chain that could be recomputed. */
public abstract class LogDouble implements EventLog {

    @Override
    public long before(Instant instant) {
        throw new UnsupportedOperationException("this log knows no moments");
    }

    @Override
    public boolean awaitBeyond(long position, Duration patience) {
        return head() > position;
    }

    @Override
    public ChainReport verify(long from, long to) {
        throw new UnsupportedOperationException("this log keeps no chain");
    }
}
