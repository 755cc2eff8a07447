package io.daybook.benchmarks.stage;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Meta;
import io.daybook.embedded.eventstore.SqliteEventStorageEngine;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.server.event.StoredTypeSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** A log of very many points, one each event, written to a stopped server's folder as the server would have written it. */
public final class LongLog implements AutoCloseable {

    public static final int SMALL_PROJECT = 7;
    public static final int RARE_USER = 2;

    private static final int APART = 10_000;
    private static final int TOGETHER = 1_000;
    private static final int SEVERAL = 16;
    private static final int ITERATIONS = 1_000;

    /** Of iterations that no view knows, so that a server that is started on it is ready at once. */
    private static final long FIRST_ITERATION = 1_000_000;

    private final Path file;
    private final SqliteLog log;
    private final SqliteEventStorageEngine engine;
    private final long[] sequences = new long[ITERATIONS + 1];

    public LongLog(Path home) {
        file = home.resolve("events.db");
        log = new SqliteLog(
                new SqliteLogSettings(file, home.resolve("snapshots.db"), Sync.OS, 10_000, Duration.ofMinutes(1)));
        log.open();
        engine = SqliteEventStorageEngine.builder(log)
                .eventSerializer(StoredTypeSerializer.forEvents())
                .snapshotSerializer(StoredTypeSerializer.forSnapshots())
                .build();
    }

    /** Appends {@code each} points to each of the iterations 1 to {@code iterations}, which hold no other. */
    public void fill(int iterations, int each) {
        for (int from = 1; from <= each; from += TOGETHER) {
            int to = Math.min(each, from + TOGETHER - 1);
            for (int iteration = 1; iteration <= iterations; iteration++)
                engine.appendEvents(points(iteration, from, to));
        }
    }

    private static List<EventMessage<?>> points(long iteration, int from, int to) {
        List<EventMessage<?>> events = new ArrayList<>(TOGETHER);
        for (int sequence = from; sequence <= to; sequence++) {
            Map<String, String> metadata = Map.of(
                    Meta.ACTOR, "1",
                    Meta.VIA, "tracking",
                    Meta.PROJECT, "1",
                    Meta.REQUEST_IDS, iteration + "-" + sequence);
            // its first event tells that it was created
            events.add(message(sequence, logged(iteration, sequence - 1, 1), metadata));
        }
        return events;
    }

    /**
     * Of iterations that no view knows. One event in ten thousand is of a small project, and of another user, through
     * another door.
     */
    public void fillTo(long events) {
        while (log.head() < events) append(1);
    }

    /** The same with more points an event, until the file is as long as that. */
    public void fillToBytes(long bytes) throws IOException {
        while (Files.size(file) < bytes) append(SEVERAL);
    }

    private void append(int points) {
        long head = log.head();
        List<EventMessage<?>> batch = new ArrayList<>(TOGETHER);
        for (int i = 0; i < TOGETHER; i++) batch.add(event(head + i, points));
        engine.appendEvents(batch);
    }

    private EventMessage<?> event(long number, int points) {
        boolean rare = number % APART == 0;
        int iteration = rare ? ITERATIONS : (int) (number % ITERATIONS);
        long sequence = sequences[iteration]++;
        Map<String, String> metadata = Map.of(
                Meta.ACTOR, rare ? Integer.toString(RARE_USER) : "1",
                Meta.VIA, rare ? "tracking" : "crayon",
                Meta.PROJECT, rare ? Integer.toString(SMALL_PROJECT) : "1",
                Meta.REQUEST_IDS, "request-" + number);
        return message(sequence, logged(FIRST_ITERATION + iteration, sequence * points, points), metadata);
    }

    /** So many of the iteration's points, from that ordinal on. */
    private static ScalarsLogged logged(long iteration, long ordinal, int points) {
        List<ScalarPoint> all = LongStream.range(ordinal, ordinal + points)
                .mapToObj(i -> new ScalarPoint("train/loss", i, 1_771_000_000.25 + i, Math.exp(-i * 1e-3)))
                .toList();
        return new ScalarsLogged(iteration, ordinal, new long[] {ordinal}, ScalarPoints.of(all));
    }

    private static EventMessage<?> message(long sequence, ScalarsLogged logged, Map<String, String> metadata) {
        String id = "iteration-" + logged.iterationId();
        return new GenericDomainEventMessage<>("iteration", id, sequence, logged, metadata);
    }

    @Override
    public void close() {
        log.close();
    }
}
