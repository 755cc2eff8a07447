package io.daybook.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testkit.cluster.round.NodeRounds;
import io.daybook.testkit.cluster.round.RoundSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the rounds that {@link NodeRounds} does for {@code docs/many-machines.md}; a new seed every time, named on failure. */
class RoundsIT {

    private static final int ROUNDS = 2;

    /** How soon a node is back is measured elsewhere: here others may keep the machine busy. */
    private static final Duration SOME_TIME = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void nodes_and_their_store_are_killed_and_restarted_and_nothing_is_lost() throws Exception {
        List<String> lines = new ArrayList<>();
        var settings = new RoundSettings(ROUNDS, Cluster.PROGRAM, folder, SOME_TIME, System.nanoTime());
        try {
            assertThat(NodeRounds.run(settings, lines::add))
                    .contains("one a round | 2 |", "in some rounds | 1;", "0 failed");
        } catch (AssertionError broken) {
            throw new AssertionError(lines + ": " + broken.getMessage(), broken);
        }
    }
}
