package io.daybook.benchmarks;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Lengthens the log of a server that does not run, by points that its iterations might have logged. */
final class LoggedIterations {

    private static final int BATCH = 1_000;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private LoggedIterations() {}

    /** Appends {@code each} events of a point to each of the iterations 1 to {@code iterations}, which hold no other. */
    static void fill(Path home, int iterations, int each) {
        var settings = new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.OS, 10_000, DEADLINE);
        try (SqliteLog log = new SqliteLog(settings)) {
            log.open();
            var engine = SqliteEventStorageEngine.builder(log)
                    .eventSerializer(StoredTypeSerializer.forEvents())
                    .snapshotSerializer(StoredTypeSerializer.forSnapshots())
                    .build();
            SqliteEventStore store = SqliteEventStore.builder(engine).build();
            for (int from = 1; from <= each; from += BATCH) {
                for (int iteration = 1; iteration <= iterations; iteration++) store.publish(points(iteration, from));
            }
        }
    }

    private static List<EventMessage<?>> points(long iteration, int from) {
        List<EventMessage<?>> events = new ArrayList<>(BATCH);
        for (int sequence = from; sequence < from + BATCH; sequence++) events.add(point(iteration, sequence));
        return events;
    }

    private static EventMessage<?> point(long iteration, long sequence) {
        long step = sequence - 1;
        ScalarPoints points = ScalarPoints.of(
                List.of(new ScalarPoint("train/loss", step, 1_771_000_000.25 + step, Math.exp(-step * 1e-3))));
        var logged = new ScalarsLogged(iteration, step, new long[] {step}, points);
        Map<String, String> metadata = Map.of(
                Meta.ACTOR, "1", Meta.VIA, "tracking", Meta.PROJECT, "1", Meta.REQUEST_IDS, iteration + "-" + sequence);
        return new GenericDomainEventMessage<>("iteration", "iteration-" + iteration, sequence, logged, metadata);
    }
}
