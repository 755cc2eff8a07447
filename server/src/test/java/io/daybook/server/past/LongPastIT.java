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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
 * A series whose points would fill the server's memory, read as it was; how long it is,
 * {@code -Ddaybook.test.past=5000000x1} says as events and the points of each, and how much memory there is,
 * {@code -Ddaybook.test.past.heap=384m}.
 */
class LongPastIT {

    private static final String[] SIZE =
            System.getProperty("daybook.test.past", "10000x500").split("x");
    private static final int EVENTS = Integer.parseInt(SIZE[0]);
    private static final int POINTS = Integer.parseInt(SIZE[1]);
    private static final String HEAP = System.getProperty("daybook.test.past.heap", "160m");
    private static final int TOGETHER = 200;
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Pattern READ = Pattern.compile("as of position \\d+ (\\d+) events were read");

    @TempDir
    private Path home;

    private Launched server() throws Exception {
        return Launched.within(HEAP, "--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
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

        try (Launched server = server()) {
            long points = (long) EVENTS * POINTS;
            assertThat(get(server, "/series/iteration/1/scalars?key=loss&points=10&asOf=" + head))
                    .contains("\"count\":" + points);
            assertThat(get(server, "/metric/iteration/1?limit=1&asOf=" + head)).contains("\"total\":" + points);
            assertThat(get(server, "/audit/diff?project=1&from=" + (head - 1)))
                    .contains("\"points_before\":" + (points - POINTS), "\"points_after\":" + points);

            List<Long> read = new ArrayList<>();
            for (Matcher line = READ.matcher(server.text()); line.find(); ) read.add(Long.valueOf(line.group(1)));
            System.out.println("events read for each state, of a log of " + head + ": " + read);
            assertThat(read).isNotEmpty().allSatisfy(events -> assertThat(events)
                    .isLessThan(head * 3 / 2));
        }
    }

    /** What comes before its view has waited for it, and may come again. */
    private static String get(Launched server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST).build();
        long end = System.nanoTime() + LONGEST.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer;
            do answer = client.send(request, BodyHandlers.ofString());
            while (answer.statusCode() == 503 && System.nanoTime() < end);
            assertThat(answer.statusCode()).as(answer.body() + server.text()).isEqualTo(200);
            return answer.body();
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
