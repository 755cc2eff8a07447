package io.daybook.embedded.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Axon's published suite for storage engines. */
class SqliteEventStorageEngineTest
        extends BatchingEventStorageEngineTest<SqliteEventStorageEngine, SqliteEventStorageEngine.Builder> {

    @TempDir
    private Path home;

    private final List<SqliteLog> logs = new ArrayList<>();

    @BeforeEach
    void set_up() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close_logs() {
        logs.forEach(SqliteLog::close);
    }

    @Override
    protected SqliteEventStorageEngine createEngine(UnaryOperator<SqliteEventStorageEngine.Builder> customisation) {
        SqliteLog log = Logs.open(freshFolder());
        logs.add(log);
        var builder =
                SqliteEventStorageEngine.builder(log).eventSerializer(Logs.JSON).snapshotSerializer(Logs.JSON);
        return customisation.apply(builder).build();
    }

    private Path freshFolder() {
        try {
            return Files.createTempDirectory(home, "engine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
