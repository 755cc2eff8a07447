package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Meta;
import io.daybook.embedded.eventstore.SqliteEventStorageEngine;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.start.Launched;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A series whose points take more memory than the server has, read as it was; how long it is,
 * {@code -Ddaybook.test.past=5000000x1} says as events and the points of each.
 */
class LongPastIT {

    private static final String[] SIZE =
            System.getProperty("daybook.test.past", "40000x300").split("x");
    private static final int EVENTS = Integer.parseInt(SIZE[0]);
    private static final int POINTS = Integer.parseInt(SIZE[1]);
    private static final int TOGETHER = 200;
    private static final Pattern READ = Pattern.compile("as of position \\d+ (\\d+) events were read");

    @TempDir
    private Path home;

    private Launched server() throws Exception {
        return Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
    }

    @Test
    void it_is_answered_and_compared_in_little_memory_and_no_more_is_read_than_three_times() throws Exception {
        try (Launched server = server();
                HttpCaller http = new HttpCaller(server.port())) {
            TrackingClient client = new TrackingClient(http);
            client.iteration(client.experiment(client.project()));
            server.end();
        }
        long head = fill();

        try (Launched server = server();
                HttpCaller http = new HttpCaller(server.port())) {
            String thinned = http.get("/series/iteration/1/scalars?key=loss&points=10&asOf=" + head)
                    .answers(200)
                    .text();
            assertThat(thinned).contains("\"count\":" + (long) EVENTS * POINTS);
            http.get("/metric/iteration/1?limit=1&asOf=" + head)
                    .answers(200)
                    .says("\"total\":" + (long) EVENTS * POINTS);
            http.get("/audit/diff?project=1&from=" + (head - 1))
                    .answers(200)
                    .says("\"points_before\":" + (long) (EVENTS - 1) * POINTS);

            List<Long> read = new ArrayList<>();
            for (Matcher line = READ.matcher(server.text()); line.find(); ) read.add(Long.valueOf(line.group(1)));
            System.out.println("events read for each state, of a log of " + head + ": " + read);
            assertThat(read).isNotEmpty().allSatisfy(events -> assertThat(events)
                    .isLessThan(head * 3 / 2));
        }
    }

    private long fill() {
        try (SqliteLog log = new SqliteLog(new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.OS, 1_000, Duration.ofMinutes(1)))) {
            log.open();
            var engine = SqliteEventStorageEngine.builder(log)
                    .eventSerializer(StoredTypeSerializer.forEvents())
                    .snapshotSerializer(StoredTypeSerializer.forSnapshots())
                    .build();
            for (int i = 0; i < EVENTS; i += TOGETHER) {
                engine.appendEvents(IntStream.range(i, Math.min(EVENTS, i + TOGETHER))
                        .<EventMessage<?>>mapToObj(LongPastIT::event)
                        .toList());
            }
            return log.head();
        }
    }

    private static EventMessage<?> event(int number) {
        long before = (long) number * POINTS;
        ScalarPoints points = ScalarPoints.of(IntStream.range(0, POINTS)
                .mapToObj(i -> new ScalarPoint("loss", before + i, 1_771_000_000.25 + before + i, Math.exp(-i * 1e-3)))
                .toList());
        Map<String, String> metadata =
                Map.of(Meta.ACTOR, "1", Meta.VIA, "series", Meta.PROJECT, "1", Meta.REQUEST_IDS, "r" + number);
        return new GenericDomainEventMessage<>(
                "iteration",
                "iteration-1",
                number + 1L,
                new ScalarsLogged(1, before, new long[] {before}, points),
                metadata);
    }
}
