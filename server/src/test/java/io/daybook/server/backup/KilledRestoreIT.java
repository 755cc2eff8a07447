package io.daybook.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.start.Launched;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a restore is killed, an empty server is left, or the restored one. */
class KilledRestoreIT {

    private static final int EVENTS = 1_500;

    private static byte[] backup = {};
    private static String head = "";

    @TempDir
    private Path home;

    @BeforeAll
    static void a_backup_that_takes_a_while() throws Exception {
        try (RunningServer origin = RunningServer.on(Engine.SQLITE).start()) {
            HttpCaller http = origin.http();
            http.post("/data").body("\"old\"").answers(200);
            IntStream.range(0, EVENTS).parallel().forEach(i -> http.post("/data/scalars", "xp", "old", "name", "x")
                    .header("Idempotency-Key", "k" + i)
                    .body("[1," + i + "," + i + "]")
                    .answers(200));
            backup = Backups.take(http);
            head = Portrait.head(http);
        }
    }

    private Launched start() throws IOException {
        return Launched.with("--daybook.home=" + home, "--server.port=0", "--daybook.crayon.port=0");
    }

    /** A server that was left empty is the next one to be restored to, and killed. */
    @Test
    @Tag("ops-5.restore.rename")
    void a_kill_leaves_an_empty_server_or_the_restored_one() throws Exception {
        String empty = killed(0, "");
        for (int pause : new int[] {5, 20, 60, 150}) {
            if (killed(pause, empty).equals(head)) return;
        }
        try (Launched server = start();
                HttpCaller http = new HttpCaller(server.port())) {
            if (left(http, empty).equals(head)) return;
            Backups.restore(http, backup).hasStatus(200);
            assertThat(Portrait.head(http)).isEqualTo(head);
        }
    }

    /** Answers with the head of what was left before; nothing more is done to a log that is whole. */
    private String killed(int pauseMillis, String empty) throws Exception {
        try (Launched server = start();
                HttpCaller http = new HttpCaller(server.port())) {
            String left = left(http, empty);
            if (left.equals(head)) return left;
            CompletableFuture<Void> restore = CompletableFuture.runAsync(() -> restore(http));
            Deadline.until(
                    "the restore is under way", () -> Files.exists(home.resolve("events-new.db")) || restore.isDone());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            server.kill();
            return left;
        }
    }

    private String left(HttpCaller http, String empty) throws Exception {
        assertThat(home.resolve("events-new.db")).doesNotExist();
        http.get("/audit/verify").answers(200).says("\"verified\":true");
        String left = Portrait.head(http);
        if (!empty.isEmpty()) assertThat(left).isIn(empty, head);
        return left;
    }

    private static void restore(HttpCaller http) {
        try {
            Backups.restore(http, backup);
        } catch (IOException killed) {
            // as was intended
        }
    }
}
