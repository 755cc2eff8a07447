package io.daybook.benchmarks.jmh;

import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Meta;
import io.daybook.embedded.eventstore.SqliteEventStorageEngine;
import io.daybook.embedded.eventstore.SqliteEventStore;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.server.event.StoredTypeSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A log as the server has it, in a folder of its own on the disk that the project lies on. */
public final class LogUnderTest implements AutoCloseable {

    public static final String KEY = "train/loss";

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    public final Path folder;
    public final SqliteLog log;
    public final StoredTypeSerializer serializer = StoredTypeSerializer.forEvents();
    public final EventStore store;

    public LogUnderTest(Sync sync) {
        folder = folder();
        log = new SqliteLog(new SqliteLogSettings(
                folder.resolve("events.db"), folder.resolve("snapshots.db"), sync, 10_000, DEADLINE));
        log.open();
        store = SqliteEventStore.builder(SqliteEventStorageEngine.builder(log)
                        .eventSerializer(serializer)
                        .snapshotSerializer(StoredTypeSerializer.forSnapshots())
                        .build())
                .build();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("benchmarks", "target")), "jmh");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The beginning of an iteration. */
    public static EventMessage<?> created(long iteration) {
        return message(iteration, 0, new IterationCreated(iteration, iteration, 1, null, "2026-01-01T00:00:00.000"));
    }

    /** Points of one key, as the {@code sequence}-th event of their iteration; all of its events have as many. */
    public static EventMessage<?> points(long iteration, long sequence, int count) {
        long before = (sequence - 1) * count;
        ScalarPoints points = ScalarPoints.of(IntStream.range(0, count)
                .mapToObj(i -> new ScalarPoint(KEY, before + i, 1_771_000_000.25 + i, Math.exp(-i * 1e-3)))
                .toList());
        return message(iteration, sequence, new ScalarsLogged(iteration, before, new long[] {before}, points));
    }

    private static EventMessage<?> message(long iteration, long sequence, Object payload) {
        Map<String, String> metadata = Map.of(
                Meta.ACTOR, "1", Meta.VIA, "crayon", Meta.PROJECT, "1", Meta.REQUEST_IDS, iteration + "-" + sequence);
        return new GenericDomainEventMessage<>("iteration", "iteration-" + iteration, sequence, payload, metadata);
    }

    @Override
    public void close() throws IOException {
        log.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
