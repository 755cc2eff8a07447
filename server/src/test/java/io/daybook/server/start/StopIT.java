package io.daybook.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.server.running.Deadline;
import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {

    private static final int CLIENTS = 6;
    private static final Pattern POINT = Pattern.compile("],\\[");

    @TempDir
    private Path home;

    private final int crayonPort = FreePort.find();

    private Launched start() throws IOException {
        return Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=" + crayonPort);
    }

    /** Each client counts what was acknowledged, and stops when nobody answers any more. */
    @Test
    @Tag("ops-2.shutdown")
    @Tag("ops-2.shutdown.late")
    void a_server_that_is_asked_to_stop_finishes_what_it_accepted() throws Exception {
        List<Integer> acknowledged;
        try (Launched server = start();
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            create(server.port());
            AtomicIntegerArray logged = new AtomicIntegerArray(CLIENTS);
            List<CompletableFuture<Integer>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                int port = client % 2 == 0 ? server.port() : crayonPort;
                clients.add(CompletableFuture.supplyAsync(() -> logUntilRefused(port, number, logged), threads));
            }
            Deadline.until("work of all is under way", () -> IntStream.range(0, CLIENTS)
                    .allMatch(client -> logged.get(client) > 30));

            server.terminate();

            assertThat(server.exitCode()).isZero();
            acknowledged = clients.stream()
                    .map(client -> client.orTimeout(60, TimeUnit.SECONDS).join())
                    .toList();
            assertThatThrownBy(() -> create(server.port())).hasCauseInstanceOf(ConnectException.class);
        }
        assertThatAllAreThere(acknowledged);
    }

    private static void create(int port) {
        try (HttpCaller http = new HttpCaller(port)) {
            http.post("/data").body("\"foo\"").answers(200, "ok");
        }
    }

    private static int logUntilRefused(int port, int client, AtomicIntegerArray logged) {
        try (HttpCaller http = new HttpCaller(port)) {
            for (int i = 0; ; i = logged.incrementAndGet(client)) {
                Response answer = http.post("/data/scalars", "xp", "foo", "name", "series-" + client)
                        .body("[%1$d,%1$d,%1$d]".formatted(i))
                        .send();
                answer.hasStatus(200).hasBody("ok");
            }
        } catch (IOException stopped) {
            // what the client says of an answer whose end is missing
            assertThat(stopped).hasMessageNotContainingAny("fixed content-length", "chunked", "parsing HTTP/1.1");
            return logged.get(client);
        }
    }

    /** A point may be there whose answer got lost, but no acknowledged one may be missing. */
    private void assertThatAllAreThere(List<Integer> acknowledged) throws Exception {
        try (Launched again = start();
                HttpCaller http = new HttpCaller(again.port())) {
            for (int client = 0; client < CLIENTS; client++) {
                String points = http.get("/data/scalars", "xp", "foo", "name", "series-" + client)
                        .answers(200)
                        .text();
                int there = POINT.split(points).length;
                assertThat(there).isBetween(acknowledged.get(client), acknowledged.get(client) + 1);
            }
        }
    }

    @Test
    @Tag("ops-2.shutdown")
    void an_idle_server_ends_with_success() throws Exception {
        try (Launched server = start()) {
            server.port();

            server.terminate();

            assertThat(server.exitCode()).isZero();
            assertThat(server.lines()).hasSize(1);
        }
    }
}
