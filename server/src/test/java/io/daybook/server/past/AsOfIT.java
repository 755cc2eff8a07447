package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.backup.Backups;
import io.daybook.server.ops.Operator;
import io.daybook.server.past.Answers.Place;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
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
            System.getProperty("daybook.test.asof", "25x2").split("x");

    private static final int CHANGES = Integer.parseInt(SIZE[0]);

    /** The first seed; others follow. */
    private static final long FIRST = Long.getLong("daybook.test.asof.first", 1);

    /** Changes from one comparison of two moments to the next. */
    private static final int COMPARED = 50;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + Long.parseLong(SIZE[1]));
    }

    @ParameterizedTest
    @Tag("ops-4.as-of")
    @Tag("ops-4.thinning")
    @MethodSource("seeds")
    void every_answer_can_be_had_again(long seed) throws Exception {
        try (RunningServer server = RunningServer.on(Engine.SQLITE).start();
                RunningServer restored = server.another().start()) {
            Answers answers = change(server, seed);
            assertThat(answers.refused()).as("of all answers, refusals").isLessThan(answers.taken() / 2);

            int asked = answers.assertSame(server.http(), Place.BEGAN);
            new Operator(server::http).done("all", "replace");
            asked += answers.assertSame(server.http(), Place.ENDED);
            server.stop();
            server.dropViews();
            server.start();
            asked += answers.assertSame(server.http(), Place.WENT_ON);
            Backups.restore(restored.http(), Backups.take(server.http())).hasStatus(200);
            for (Place place : Place.values()) asked += answers.assertSame(restored.http(), place);
            System.out.printf(
                    "seed %d: %d answers after %d changes, %d asked for again%n",
                    seed, answers.taken(), CHANGES, asked);
        }
    }

    /** After each change all is looked at that can be. */
    private static Answers change(RunningServer server, long seed) throws Exception {
        Workload workload = new Workload(server.http(), seed);
        Answers answers = new Answers();
        long first = head(server);
        for (int i = 1; i <= CHANGES; i++) {
            workload.change();
            long head = head(server);
            answers.take(server.http(), workload.paths(), head);
            if (i % COMPARED == 0) {
                answers.take(server.http(), List.of("/audit/diff?from=" + first + "&to=" + head), head);
            }
        }
        return answers;
    }

    private static long head(RunningServer server) {
        return Long.parseLong(
                String.valueOf(server.http().get("/audit/head").answers(200).header("Daybook-Position")));
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
            server.http()
                    .get("/project/1", "asOf", String.valueOf(head(server)))
                    .answers(200)
                    .says("\"name\":\"p\"");
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
            String then = String.valueOf(head(server));
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
