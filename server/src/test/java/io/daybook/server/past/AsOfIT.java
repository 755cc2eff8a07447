package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered then is answered again, byte for byte, when it is asked for as of then. */
class AsOfIT {

    private static final int CHANGES = Integer.getInteger("daybook.past.changes", 40);

    private record Seen(String path, String position, int status, String body) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_answer_can_be_had_again(long seed) throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start()) {
            Workload workload = new Workload(server.http(), seed);
            List<Seen> seen = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                workload.change();
                if (i % 5 == 4) seen.addAll(look(server, workload));
            }
            server.restart();
            for (Seen then : seen) assertSame(server, then);
        }
    }

    private static List<Seen> look(RunningServer server, Workload workload) throws IOException {
        String head = head(server);
        List<Seen> seen = new ArrayList<>();
        for (String path : workload.paths()) {
            Response answer = server.http().get(path).send();
            seen.add(new Seen(path, head, answer.status(), answer.text()));
        }
        return seen;
    }

    private static String head(RunningServer server) throws IOException {
        return String.valueOf(server.http().get("/audit/head").send().header("Daybook-Position"));
    }

    private static void assertSame(RunningServer server, Seen then) throws IOException {
        String path = then.path() + (then.path().contains("?") ? "&" : "?") + "asOf=" + then.position();
        Response answer = server.http().get(path).send();
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(then.status());
        assertThat(answer.status() >= 400 ? "" : answer.text())
                .as(path)
                .isEqualTo(then.status() >= 400 ? "" : then.body());
    }

    @Test
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
