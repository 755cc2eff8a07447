package io.daybook.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.Folders;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that are no more than help. */
class ThrownAwayIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE).with("daybook.commands.snapshot-every", "2");

    @Test
    @Tag("ops-1.mongodb.none")
    @Tag("ops-6.snapshots")
    @Tag("ops-6.views")
    void what_may_go_at_any_time_may_go_under_a_running_server() throws Exception {
        long project = client().project();
        long iteration = client().iteration(client().experiment(project));
        for (int i = 0; i < 5; i++) client().metric(iteration, "{\"key\":\"loss\",\"value\":1}");
        String before = points(iteration);

        throwAway();
        assertThat(points(iteration)).isEqualTo(before);
        client().metric(iteration, "{\"key\":\"loss\",\"value\":2}");
        String after = points(iteration);
        SERVER.restart();

        assertThat(points(iteration)).isEqualTo(after).contains("\"total\":6");
        assertThat(SERVER.home().resolve("views/views.db")).exists();
        client().metric(iteration, "{\"key\":\"loss\",\"value\":3}");
        assertThat(points(iteration)).contains("\"total\":7");
    }

    private static void throwAway() throws IOException {
        Folders.delete(SERVER.home().resolve("views"));
        for (String suffix : new String[] {"", "-wal", "-shm"})
            Files.deleteIfExists(SERVER.home().resolve("snapshots.db" + suffix));
    }

    private static TrackingClient client() {
        return new TrackingClient(SERVER.http());
    }

    private static String points(long iteration) {
        return client().request("GET", "/metric/iteration/" + iteration)
                .answers(200)
                .text();
    }
}
