package io.daybook.command.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.project.ProjectId;
import io.daybook.command.Deciding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IterationSnapshotsTest {

    private static final int EVENTS_BETWEEN_SNAPSHOTS = 50;
    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void an_iteration_with_its_first_event() {
        deciding.when(new CreateCrayonExperiment(
                new CrayonName("foo"), new ExperimentId(1), new IterationId(1), new ProjectId(1), "crayon", DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void a_snapshot_is_of_the_last_event_that_it_holds() {
        log(EVENTS_BETWEEN_SNAPSHOTS - 2);
        assertThat(deciding.snapshot("iteration-1")).isEmpty();

        log(1);

        var snapshot = deciding.snapshot("iteration-1").orElseThrow();
        assertThat(snapshot.getSequenceNumber()).isEqualTo(EVENTS_BETWEEN_SNAPSHOTS - 1);
        assertThat(snapshot.getType()).isEqualTo("iteration");
        assertThat(snapshot.getPayload())
                .extracting("id", "number", "experimentId", "projectId", "points.series.points")
                .containsExactly("iteration-1", 1L, 1L, 1L, EVENTS_BETWEEN_SNAPSHOTS - 1L);
    }

    @Test
    void the_next_snapshot_comes_as_many_events_later() {
        log(2 * EVENTS_BETWEEN_SNAPSHOTS - 2);
        assertThat(deciding.snapshot("iteration-1").orElseThrow().getSequenceNumber())
                .isEqualTo(EVENTS_BETWEEN_SNAPSHOTS - 1);

        log(1);

        assertThat(deciding.snapshot("iteration-1").orElseThrow().getSequenceNumber())
                .isEqualTo(2 * EVENTS_BETWEEN_SNAPSHOTS - 1);
    }

    @Test
    void an_iteration_that_is_gone_leaves_no_snapshot() {
        log(EVENTS_BETWEEN_SNAPSHOTS - 2);

        deciding.when(new DeleteIteration(new IterationId(1)));

        assertThat(deciding.snapshot("iteration-1")).isEmpty();
    }

    private void log(int points) {
        for (int i = 0; i < points; i++) {
            deciding.when(new LogScalar(new IterationId(1), ScalarPoints.of(new ScalarPoint("loss", 7, 1, 1))));
        }
    }
}
