package io.daybook.axonserver;

import io.daybook.api.log.EventLog;
import io.daybook.embedded.eventstore.GroupObserver;
import io.daybook.embedded.eventstore.SqliteEventStorageEngine;
import io.daybook.embedded.eventstore.SqliteEventStore;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.testkit.eventstore.StoreUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Stores on a log that is shared by the server whose address lies in their folder. */
public final class SharedStores implements StoreUnderTest {

    static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Serializer JSON = Jackson3Serializer.builder().build();

    static void tell(Path home, String address) {
        try {
            Files.writeString(address(home), address);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path address(Path home) {
        return home.resolve("address");
    }

    static AxonServerSettings settings(String address) {
        return new AxonServerSettings(
                List.of(ServerAddress.parse(address)), "default", null, false, null, "test", DEADLINE);
    }

    @Override
    public Opened open(Path home) {
        try {
            return open(home, Files.readString(address(home)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param home of one node */
    static OpenedCopy open(Path home, String address) {
        SqliteLog log = log(home, address);
        log.open();
        log.connect();
        log.requireCopy();
        log.follow(event -> {});
        return new OpenedCopy(log, store(log));
    }

    static SqliteLog log(Path home, String address) {
        create(home);
        var files = new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.OS, 1_000, DEADLINE);
        return new SqliteLog(files, GroupObserver.NOBODY, new AxonServerLog(settings(address)));
    }

    private static void create(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static SqliteEventStore store(SqliteLog log) {
        return SqliteEventStore.builder(SqliteEventStorageEngine.builder(log)
                        .eventSerializer(JSON)
                        .snapshotSerializer(JSON)
                        .build())
                .build();
    }

    record OpenedCopy(SqliteLog copy, EventStore store) implements Opened {

        @Override
        public EventLog log() {
            return copy;
        }

        @Override
        public void close() {
            copy.close();
        }
    }
}
