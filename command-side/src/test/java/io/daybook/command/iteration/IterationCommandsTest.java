package io.daybook.command.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IterationCommandsTest {

    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void two_experiments_with_an_iteration_each() {
        deciding.when(experiment("foo", 1));
        deciding.when(experiment("bar", 2));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void an_iteration_starts_in_an_experiment_in_progress() {
        deciding.when(iteration(3, 1, null));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationCreated(3, 1, 1, null, DATE));
    }

    @Test
    void a_child_belongs_to_the_experiment_of_its_parent() {
        deciding.when(iteration(3, 1, 1L));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationCreated(3, 1, 1, 1L, DATE));
        assertThat(deciding.refusalOf(iteration(4, 1, 2L))).isEqualTo(Refusal.PARENT_OF_OTHER_EXPERIMENT);
    }

    @Test
    void refuses_an_unknown_parent() {
        assertThat(deciding.refusalOf(iteration(3, 1, 99L))).isEqualTo(Refusal.UNKNOWN_ITERATION);
    }

    @Test
    void refuses_an_unknown_experiment() {
        assertThat(deciding.refusalOf(iteration(3, 99, null))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void refuses_an_experiment_that_was_stopped() {
        deciding.when(new ChangeExperiment(new ExperimentId(1), ExperimentStatus.STOPPED, null, null, null));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(iteration(3, 1, null))).isEqualTo(Refusal.EXPERIMENT_NOT_IN_PROGRESS);
        assertThat(deciding.events()).hasSize(before);
    }

    private static CreateIteration iteration(long id, long experiment, @Nullable Long parent) {
        return new CreateIteration(
                new IterationId(id),
                new ExperimentId(experiment),
                parent == null ? null : new IterationId(parent),
                DATE);
    }

    private static CreateCrayonExperiment experiment(String name, long id) {
        return new CreateCrayonExperiment(
                new CrayonName(name), new ExperimentId(id), new IterationId(id), new ProjectId(1), "crayon", DATE);
    }
}
