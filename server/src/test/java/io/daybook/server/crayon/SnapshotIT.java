package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.iteration.Iteration;
import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long histories are not read from their beginning, and need nothing that could not be thrown away. */
class SnapshotIT {

    private final RunningServer server = RunningServer.on(Engine.SQLITE).with("daybook.commands.snapshot-every", "10");

    @BeforeEach
    void begin() {
        server.start();
        crayon().create("foo");
        for (int i = 0; i < 60; i++) crayon().log("foo", "loss", i, i, i);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private CrayonClient crayon() {
        return new CrayonClient(server.http());
    }

    private Object firstThatIsRead() {
        String iteration = new Domain(server).target("foo").iterationId().toString();
        return server.bean(Configuration.class)
                .eventStore()
                .readEvents(iteration)
                .peek()
                .getPayload();
    }

    @Test
    void a_long_history_begins_with_a_snapshot_and_goes_on_where_it_ended() throws Exception {
        Deadline.until("there is a snapshot", () -> firstThatIsRead() instanceof Iteration);
        server.restart();

        crayon().log("foo", "loss", 60, 60, 60).log("foo", "acc", 1, 1, 1);

        assertThat(firstThatIsRead()).isInstanceOf(Iteration.class);
        assertThat(CrayonClient.JSON
                        .readTree(crayon().scalars("foo", "loss").text())
                        .size())
                .isEqualTo(61);
        server.stop();
        server.dropViews();
        server.start();
        assertThat(CrayonClient.JSON
                        .readTree(crayon().scalars("foo", "loss").text())
                        .size())
                .isEqualTo(61);
    }

    @Test
    @Tag("ops-6.snapshots")
    void snapshots_may_be_thrown_away_or_be_nonsense() throws Exception {
        Path file = server.home().resolve("snapshots.db");
        server.stop();
        for (String suffix : new String[] {"", "-wal", "-shm"})
            Files.deleteIfExists(server.home().resolve("snapshots.db" + suffix));
        server.start();
        crayon().log("foo", "loss", 60, 60, 60);
        server.stop();
        Files.writeString(file, "this is no snapshot");
        server.start();

        crayon().log("foo", "loss", 61, 61, 61);

        assertThat(CrayonClient.JSON
                        .readTree(crayon().scalars("foo", "loss").text())
                        .size())
                .isEqualTo(62);
    }
}
