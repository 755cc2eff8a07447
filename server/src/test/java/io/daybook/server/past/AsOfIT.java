package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was answered then is answered again, byte for byte, when it is asked for as of then. */
class AsOfIT {

    /** Changes, and how many times over: {@code -Ddaybook.test.asof=500x20}. */
    private static final String[] SIZE =
            System.getProperty("daybook.test.asof", "30x2").split("x");

    private static final int CHANGES = Integer.parseInt(SIZE[0]);

    /** After each change some addresses are looked at, and after so many all of them. */
    private static final int SOME = 5;

    private static final int EVERY = 50;

    private record Seen(String path, String position, int status, byte[] body) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.parseLong(SIZE[1]));
    }

    @ParameterizedTest
    @Tag("ops-4.as-of")
    @Tag("ops-4.thinning")
    @MethodSource("seeds")
    void every_answer_can_be_had_again(long seed) throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            List<Seen> seen = change(server, seed);
            assertSame(server, seen);
            server.restart();
            assertSame(server, seen);
            server.stop();
            server.dropViews();
            server.start();
            assertSame(server, seen);
        }
    }

    private static List<Seen> change(RunningServer server, long seed) throws IOException {
        Workload workload = new Workload(server.http(), seed);
        List<Seen> seen = new ArrayList<>();
        for (int i = 1; i <= CHANGES; i++) {
            workload.change();
            List<String> paths = i % EVERY == 0 || i == CHANGES ? workload.paths() : workload.some(SOME);
            String head = head(server);
            for (String path : paths) seen.add(look(server, path, head));
            String earlier = seen.getFirst().position();
            if (i % EVERY == 0) seen.add(look(server, "/audit/diff?from=" + earlier + "&to=" + head, head));
        }
        return seen;
    }

    private static Seen look(RunningServer server, String path, String head) throws IOException {
        Response answer = server.http().get(path).send();
        return new Seen(path, head, answer.status(), answer.bytes());
    }

    private static String head(RunningServer server) throws IOException {
        return String.valueOf(server.http().get("/audit/head").send().header("Daybook-Position"));
    }

    private static void assertSame(RunningServer server, List<Seen> seen) throws IOException {
        long refused = 0;
        for (Seen then : seen) {
            assertSame(server, then);
            if (then.status() >= 400) refused++;
        }
        assertThat(refused).as("of all answers, refusals").isLessThan(seen.size() / 2);
    }

    private static void assertSame(RunningServer server, Seen then) throws IOException {
        String path = then.path() + (then.path().contains("?") ? "&" : "?") + "asOf=" + then.position();
        Response answer = server.http().get(path).send();
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(then.status());
        if (then.status() < 400) assertThat(answer.bytes()).as(path).isEqualTo(then.body());
    }

    @Test
    @Tag("ops-4.as-of.before")
    @Tag("ops-4.as-of.later")
    @Tag("ops-7.nothing")
    void a_moment_that_is_none_or_is_to_come_is_refused() throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            server.http().post("/project").body("{\"name\":\"p\"}").answers(201);
            for (String moment : List.of("yesterday", "2026-06-23", "99999", "2999-01-01T00:00:00Z", "-1", "")) {
                server.http().get("/project/1", "asOf", moment).answers(422).isEnvelope("INVALID_PAYLOAD");
            }
            server.http().get("/project", "asOf", "0").answers(200, "[]");
            server.http().get("/project/1", "asOf", "0").answers(404).isEnvelope("NOT_FOUND");
            server.http().get("/project/1", "asOf", "2000-01-01T00:00:00Z").answers(404);
            server.http().get("/project/1", "asOf", head(server)).answers(200).says("\"name\":\"p\"");
            server.http().get("/auth/me", "asOf", "0").answers(200).says("default");
            server.http().post("/project", "asOf", "1").body("{\"name\":\"q\"}").answers(422);
        }
    }

    @Test
    @Tag("ops-4.as-of.deleted")
    void a_backup_can_be_had_of_what_has_been_deleted_since() throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            server.http().post("/data").body("\"foo\"").answers(200);
            server.http()
                    .post("/data/scalars", "xp", "foo", "name", "loss")
                    .body("[1.5, 0, 0.25]")
                    .answers(200);
            String before = server.http()
                    .get("/data/scalars", "xp", "foo", "name", "loss")
                    .answers(200)
                    .text();
            String then = head(server);
            server.http().delete("/data", "xp", "foo").answers(200);
            server.http().get("/data/scalars", "xp", "foo", "name", "loss").answers(400);

            byte[] backup = server.http()
                    .get("/backup", "xp", "foo", "asOf", then)
                    .answers(200)
                    .bytes();
            server.http()
                    .post("/backup", "xp", "foo", "force", "1")
                    .body("application/zip", backup)
                    .answers(200);
            server.http().get("/data/scalars", "xp", "foo", "name", "loss").answers(200, before);
        }
    }
}
