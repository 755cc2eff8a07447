package io.daybook.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.EventLog;
import io.daybook.server.past.Workload;
import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server, its backup, and the server that is made of it. */
abstract class RestoreStories {

    private static final int CHANGES = 60;

    private final RunningServer origin = RunningServer.on(engine());
    private final RunningServer copy = RunningServer.on(engine());

    abstract Engine engine();

    @BeforeEach
    void start() {
        origin.start();
        copy.start();
    }

    @AfterEach
    void end() {
        origin.close();
        copy.close();
    }

    private void assertSame(List<String> paths) throws Exception {
        assertThat(Portrait.of(copy.http(), paths)).isEqualTo(Portrait.of(origin.http(), paths));
        assertThat(Portrait.head(copy.http())).isEqualTo(Portrait.head(origin.http()));
        long head = Portrait.position(origin.http());
        assertThat(Portrait.export(copy.http(), head)).isEqualTo(Portrait.export(origin.http(), head));
        copy.http().get("/audit/verify").answers(200).says("\"verified\":true");
    }

    @Test
    @Tag("ops-5.restore.empty")
    @Tag("ops-5.restore.same")
    @Tag("ops-7.restore")
    void a_restored_server_is_the_same_server_and_goes_on() throws Exception {
        List<String> paths = Backups.fill(origin.http(), new Workload(origin.http(), 1), CHANGES);
        byte[] backup = Backups.take(origin.http());
        long head = Portrait.position(origin.http());

        Response restored = Backups.restore(copy.http(), backup).hasStatus(200);

        long artifacts = Parts.of(backup).names().stream()
                .filter(name -> name.startsWith("artifacts/"))
                .count();
        assertThat(artifacts).isGreaterThanOrEqualTo(2);
        assertThat(restored.text())
                .startsWith("{\"position\":" + head + ",\"hash\":\"")
                .endsWith("\",\"events\":" + head + ",\"artifacts\":" + artifacts + "}");
        assertSame(paths);
        copy.restart();
        assertSame(paths);
        copy.http().post("/project").body("{\"name\":\"after\"}").answers(201);
        copy.http().get("/project").answers(200).says("\"name\":\"after\"");
    }

    @Test
    @Tag("ops-5.backup.one")
    void a_backup_is_taken_at_one_position_while_writes_go_on() throws Exception {
        List<String> paths = Backups.fill(origin.http(), new Workload(origin.http(), 2), CHANGES);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> write(enough), Thread::startVirtualThread);
        Response backup;
        long position;
        try {
            untilTheLogIsBeyond(Portrait.position(origin.http()));
            backup = origin.http().get("/ops/backup").answers(200);
            position = Long.parseLong(String.valueOf(backup.header("Daybook-Position")));
            untilTheLogIsBeyond(position);
        } finally {
            enough.set(true);
        }
        load.get(1, TimeUnit.MINUTES);

        Backups.restore(copy.http(), backup.bytes()).hasStatus(200);

        assertThat(Portrait.export(copy.http(), position)).isEqualTo(Portrait.export(origin.http(), position));
        assertThat(Portrait.of(copy.http(), paths, "asOf=" + position))
                .isEqualTo(Portrait.of(origin.http(), paths, "asOf=" + position));
    }

    private void untilTheLogIsBeyond(long position) throws Exception {
        Deadline.until("the log goes on", () -> Portrait.position(origin.http()) > position);
    }

    private void write(AtomicBoolean enough) {
        HttpCaller http = origin.http();
        http.post("/data").body("\"load\"").answers(200);
        while (!enough.get()) {
            http.post("/data/scalars", "xp", "load", "name", "x")
                    .body("[1,1,1]")
                    .answers(200);
        }
    }

    @Test
    @Tag("ops-5.restore.empty")
    @Tag("ops-5.restore.increments")
    void increments_go_on_top_of_each_other_and_only_there() throws Exception {
        Workload workload = new Workload(origin.http(), 3);
        Backups.fill(origin.http(), workload, CHANGES / 3);
        byte[] first = Backups.take(origin.http());
        long one = Portrait.position(origin.http());
        Backups.fill(origin.http(), workload, CHANGES / 3);
        byte[] second = Backups.take(origin.http(), one);
        long two = Portrait.position(origin.http());
        List<String> paths = Backups.fill(origin.http(), workload, CHANGES / 3);
        byte[] third = Backups.take(origin.http(), two);

        Backups.restore(copy.http(), second).hasStatus(409).isEnvelope("CONFLICT");
        Backups.restore(copy.http(), first).hasStatus(200);
        Backups.restore(copy.http(), first).hasStatus(409).isEnvelope("CONFLICT");
        Backups.restore(copy.http(), third).hasStatus(409).isEnvelope("CONFLICT");
        Backups.restore(copy.http(), second).hasStatus(200).says("\"events\":" + (two - one));
        Backups.restore(copy.http(), third).hasStatus(200);
        byte[] nothing = Backups.take(origin.http(), Portrait.position(origin.http()));
        Backups.restore(copy.http(), nothing).hasStatus(200).says("\"events\":0");
        assertSame(paths);
        copy.http().post("/project").body("{\"name\":\"another history\"}").answers(201);
        Backups.restore(copy.http(), nothing).hasStatus(409);
    }

    @Test
    @Tag("ops-5.restore.up-to")
    void a_restore_stops_where_it_is_told() throws Exception {
        Workload workload = new Workload(origin.http(), 4);
        List<String> paths = Backups.fill(origin.http(), workload, CHANGES / 2);
        long then = Portrait.position(origin.http());
        var before = Portrait.of(origin.http(), paths);
        String head = Portrait.head(origin.http());
        Backups.fill(origin.http(), workload, CHANGES / 2);
        byte[] backup = Backups.take(origin.http());

        for (String wrong : List.of("0", "999999")) {
            Backups.restore(copy.http(), backup, "upTo", wrong).hasStatus(422).isEnvelope("INVALID_PAYLOAD");
        }
        Backups.restore(copy.http(), backup, "upTo", Long.toString(then)).hasStatus(200);

        assertThat(Portrait.head(copy.http())).isEqualTo(head);
        assertThat(Portrait.of(copy.http(), paths)).isEqualTo(before);
        byte[] rest = Backups.take(origin.http(), then);
        Backups.restore(copy.http(), rest).hasStatus(200);
        assertSame(paths);
    }

    @Test
    @Tag("ops-4.keys.backups")
    @Tag("ops-5.restore.same")
    @Tag("ops-7.zip.hashes")
    void the_backup_of_a_restored_server_holds_the_same() throws Exception {
        Backups.fill(origin.http(), new Workload(origin.http(), 5), CHANGES);
        byte[] backup = Backups.take(origin.http());
        Backups.restore(copy.http(), backup).hasStatus(200);

        byte[] again = Backups.take(copy.http());

        assertThat(Parts.of(again).history()).isEqualTo(Parts.of(backup).history());
        assertThat(Parts.of(again).names()).anyMatch(name -> name.startsWith("artifacts/"));
        String seed = new String(copy.bean(EventLog.class).at(1).orElseThrow().payload(), StandardCharsets.UTF_8);
        assertThat(seed).contains("\"passwordHash\":\"$2");
        assertThat(Parts.of(again).text()).contains("\"payload\":" + seed).doesNotContain("PRIVATE", "checkpoint.key");
    }

    @Test
    @Tag("ops-7.verdict")
    @Tag("ops-7.restore.keys")
    void what_the_old_server_signed_counts_on_the_new_one() throws Exception {
        Backups.fill(origin.http(), new Workload(origin.http(), 6), 10);
        String signed =
                origin.http().post("/audit/checkpoints").body("").answers(201).text();
        copy.restart();
        copy.http().post("/audit/verify").body(signed).answers(200).says("\"reason\":\"UNKNOWN_KEY\"");

        Backups.restore(copy.http(), Backups.take(origin.http())).hasStatus(200);

        copy.http().post("/audit/verify").body(signed).answers(200).says("\"verified\":true");
        copy.http().get("/audit/verify").answers(200).says("\"verified\":true");
    }
}
