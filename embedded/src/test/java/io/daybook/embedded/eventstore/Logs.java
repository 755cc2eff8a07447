package io.daybook.embedded.eventstore;

import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Logs and engines for tests. */
final class Logs {

    static final Duration DEADLINE = Duration.ofSeconds(20);
    static final Serializer JSON = Jackson3Serializer.builder().build();

    private Logs() {}

    static SqliteLogSettings settings(Path home) {
        return new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.FULL, 1_000, DEADLINE);
    }

    static SqliteLog open(Path home) {
        SqliteLog log = new SqliteLog(settings(home));
        log.open();
        return log;
    }

    static SqliteEventStorageEngine engine(SqliteLog log) {
        return SqliteEventStorageEngine.builder(log)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
    }

    static SqliteEventStore store(SqliteLog log) {
        return SqliteEventStore.builder(engine(log)).build();
    }
}
