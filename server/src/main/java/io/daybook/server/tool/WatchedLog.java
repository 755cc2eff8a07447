package io.daybook.server.tool;

import io.daybook.api.log.ChainReport;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A log that tells how far it is being read. */
record WatchedLog(EventLog log, LongConsumer reached) implements EventLog {

    @Override
    public Stream<LoggedEvent> read(EventFilter filter) {
        return log.read(filter).peek(event -> reached.accept(event.position()));
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public Optional<LoggedEvent> at(long position) {
        return log.at(position);
    }

    @Override
    public long before(Instant instant) {
        return log.before(instant);
    }

    @Override
    public boolean awaitBeyond(long position, Duration patience) throws InterruptedException {
        return log.awaitBeyond(position, patience);
    }

    @Override
    public ChainReport verify(long from, long to) {
        return log.verify(from, to);
    }
}
