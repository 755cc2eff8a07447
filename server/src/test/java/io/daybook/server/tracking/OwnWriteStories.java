package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one has been answered, all others see, through either door. {@code -Ddaybook.hammer=30} takes so many seconds. */
abstract class OwnWriteStories {

    private static final int WRITERS = 4;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("daybook.hammer", 2));
    private static final int SERIES = 40;

    private final RunningServer server;

    OwnWriteStories(RunningServer server) {
        this.server = server;
    }

    @Test
    @Tag("ops-2.position.none")
    void no_answer_is_stale(TestReporter report) {
        long end = System.nanoTime() + TIME.toNanos();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
                ExecutorService readers = Executors.newFixedThreadPool(WRITERS)) {
            List<CompletableFuture<Integer>> rounds = IntStream.range(0, WRITERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> new Writer(readers, i).until(end), writers))
                    .toList();
            int all = rounds.stream().mapToInt(CompletableFuture::join).sum();
            report.publishEntry("rounds", String.valueOf(all));
            assertThat(all).isPositive();
        }
    }

    /** Writes to an experiment of its own; another thread, on a connection of its own, reads it at once. */
    private final class Writer {
        private final TrackingClient client = new TrackingClient(server.http());
        private final ExecutorService readers;
        private final String xp;
        private final List<Long> shortLived = new ArrayList<>();
        private long experiment;
        private long iteration;
        private int points;

        Writer(ExecutorService readers, int number) {
            this.readers = readers;
            this.xp = "own writes " + number + " " + System.nanoTime();
        }

        int until(long end) {
            begin();
            int round = 0;
            do {
                throughBothDoors("loss " + round / SERIES, round % SERIES);
                changed(round);
                madeAndDeleted(round);
                round++;
            } while (System.nanoTime() < end);
            return round;
        }

        private void begin() {
            client.send("POST", "/data", JsonMapper.shared().writeValueAsString(xp))
                    .hasBody("ok");
            JsonNode crayon = named(client.get("/project"), "crayon");
            JsonNode all = client.get("/experiment/project/" + crayon.get("id").asLong() + "?limit=200");
            experiment = named(all.get("data"), xp).get("id").asLong();
            iteration = Long.parseLong(
                    client.column("/iteration/experiment/" + experiment, "id").getFirst());
        }

        private JsonNode named(JsonNode list, String name) {
            return list.valueStream()
                    .filter(item -> item.get("name").asString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private void throughBothDoors(String key, int before) {
            String query = "/data/scalars?xp=" + xp.replace(' ', '+') + "&name=" + key.replace(' ', '+');
            Response metric = client.send(
                    "POST", "/metric/iteration/" + iteration, "{\"key\":\"" + key + "\",\"value\":" + before + "}");
            metric.hasStatus(201);
            points++;
            String scalars = seen(query, metric);
            assertThat(scalars.split("],"))
                    .as("after %s: %s", metric.text(), scalars)
                    .hasSize(2 * before + 1);

            Response scalar =
                    client.send("POST", query, "[1," + before + ",0.5]").hasBody("ok");
            points++;
            assertThat(seen("/metric/iteration/" + iteration + "?limit=1", scalar))
                    .contains("\"total\":" + points + ",");
        }

        private void changed(int round) {
            Response patch =
                    client.send("PATCH", "/experiment/" + experiment, "{\"description\":\"of " + round + "\"}");
            patch.hasStatus(200);
            assertThat(seen("/experiment/" + experiment, patch)).contains("\"of " + round + "\"");
        }

        private void madeAndDeleted(int round) {
            Response made = client.send(
                    "POST", "/parameter/iteration/" + iteration, "{\"key\":\"k\",\"value\":\"" + round + "\"}");
            made.hasStatus(201);
            shortLived.add(Long.parseLong(made.text().replaceAll("\\D", "")));
            String path = "/parameter/" + shortLived.removeFirst();
            assertThat(seen(path, made)).contains("\"value\":\"" + round + "\"");
            assertThat(seen(path, client.send("DELETE", path, "").hasStatus(200)))
                    .contains("NOT_FOUND");
        }

        /** Half of the reads carry the position of what was written; the others just come later. */
        private String seen(String path, Response written) {
            return CompletableFuture.supplyAsync(() -> read(path, written), readers)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }

        private String read(String path, Response written) {
            TrackingClient other = new TrackingClient(server.http());
            if (points % 4 < 2) return other.send("GET", path, "").text();
            return other.after(String.valueOf(written.header("Daybook-Position")), path)
                    .text();
        }
    }
}
