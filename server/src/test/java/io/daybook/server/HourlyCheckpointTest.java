package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.Checkpoint;
import io.daybook.api.sequence.SequenceEvent.IdsLeased;
import io.daybook.embedded.checkpoint.FileCheckpoints;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.eventstore.SqliteLogSettings;
import io.daybook.embedded.eventstore.SqliteLogSettings.Sync;
import io.daybook.server.event.StoredTypeSerializer;
import io.daybook.server.running.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HourlyCheckpointTest {

    @TempDir
    private Path home;

    @Test
    @Tag("ops-4.forger.hourly")
    @Tag("ops-4.forger.shutdown")
    void one_is_made_each_time_and_one_at_the_end() throws Exception {
        assertThat(HourlyCheckpoint.EVERY).hasHours(1);
        try (SqliteLog log = log()) {
            log.open();
            FileCheckpoints checkpoints = new FileCheckpoints(log, home);
            HourlyCheckpoint often = new HourlyCheckpoint(checkpoints, Duration.ofMillis(20));
            happen(log);
            often.start();
            awaitSigned(checkpoints, 1);
            happen(log);
            awaitSigned(checkpoints, 2);
            often.stop();

            HourlyCheckpoint seldom = new HourlyCheckpoint(checkpoints, HourlyCheckpoint.EVERY);
            seldom.start();
            happen(log);
            assertThat(positions(checkpoints)).containsExactly(1L, 2L);
            seldom.stop();
            assertThat(positions(checkpoints)).containsExactly(1L, 2L, 3L);
        }
    }

    private SqliteLog log() {
        var settings = new SqliteLogSettings(
                home.resolve("events.db"), home.resolve("snapshots.db"), Sync.OS, 100, Duration.ofSeconds(30));
        return new SqliteLog(settings);
    }

    private static void happen(SqliteLog log) {
        AxonWiring.eventStore(log, StoredTypeSerializer.forEvents())
                .publish(GenericEventMessage.asEventMessage(new IdsLeased("sequence:iteration", 1, 1)));
    }

    private static void awaitSigned(FileCheckpoints checkpoints, long position) throws Exception {
        Deadline.until(
                "a checkpoint of " + position, () -> positions(checkpoints).contains(position));
    }

    private static List<Long> positions(FileCheckpoints checkpoints) {
        return checkpoints.all().stream().map(Checkpoint::position).toList();
    }
}
