package io.daybook.testkit.eventstore;

import io.daybook.api.log.EventLog;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * An event store under test. Implementations are public and have a constructor without parameters, since another
 * process makes one too.
 */
public interface StoreUnderTest {

    /** Opens the store whose files are in {@code home}; the folder is empty the first time. */
    Opened open(Path home);

    /** An open store, and its log. */
    interface Opened extends AutoCloseable {

        EventStore store();

        EventLog log();

        @Override
        void close();
    }
}
