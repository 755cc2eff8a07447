package io.daybook.embedded.eventstore;

import io.daybook.api.log.EventLog;
import io.daybook.testkit.eventstore.StoreUnderTest;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The SQLite store, for the suites in the test kit. */
public final class SqliteStoreUnderTest implements StoreUnderTest {

    @Override
    public Opened open(Path home) {
        SqliteLog log = Logs.open(home);
        return new OpenedLog(log, Logs.store(log));
    }

    private record OpenedLog(EventLog log, EventStore store) implements Opened {

        @Override
        public void close() {
            ((SqliteLog) log).close();
        }
    }
}
