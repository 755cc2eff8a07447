package io.daybook.command.iteration;

import static io.daybook.command.Projects.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationCommand.RecordEnvironment;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricIds;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelCommand.DeleteModel;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IterationCommandsTest {

    private static final IterationId FIRST = new IterationId(1);

    private final Deciding deciding = Projects.two();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-14")
    void an_iteration_starts_in_an_experiment_in_progress() {
        deciding.when(iteration(4, 1, null));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationCreated(4, 1, 1, null, DATE));
    }

    @Test
    @Tag("I-14")
    void refuses_an_unknown_experiment() {
        assertThat(deciding.refusalOf(iteration(4, 99, null))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    @Tag("I-14")
    void refuses_an_experiment_that_was_stopped() {
        deciding.when(new ChangeExperiment(new ExperimentId(1), ExperimentStatus.STOPPED, null, null, null));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(iteration(4, 1, null))).isEqualTo(Refusal.EXPERIMENT_NOT_IN_PROGRESS);
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("I-22")
    void an_open_iteration_of_a_stopped_experiment_still_takes_points() {
        deciding.when(new ChangeExperiment(new ExperimentId(1), ExperimentStatus.STOPPED, null, null, null));
        assertThat(deciding.<MetricIds>when(point(FIRST)).count()).isEqualTo(1);
    }

    @Test
    @Tag("I-15")
    void a_child_belongs_to_the_experiment_of_its_parent() {
        deciding.when(iteration(4, 1, 1L));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationCreated(4, 1, 1, 1L, DATE));
        assertThat(deciding.refusalOf(iteration(5, 1, 2L))).isEqualTo(Refusal.PARENT_OF_OTHER_EXPERIMENT);
    }

    @Test
    @Tag("I-15")
    void refuses_a_parent_that_is_unknown_or_was_deleted() {
        assertThat(deciding.refusalOf(iteration(4, 1, 99L))).isEqualTo(Refusal.UNKNOWN_ITERATION);
        deciding.when(new DeleteIteration(FIRST));
        assertThat(deciding.refusalOf(iteration(4, 1, 1L))).isEqualTo(Refusal.UNKNOWN_ITERATION);
    }

    @Test
    @Tag("I-21")
    void an_ended_iteration_takes_children_and_can_be_deleted() {
        deciding.when(new FinaliseIteration(FIRST, null, DATE, null, null));
        deciding.when(iteration(4, 1, 1L));
        deciding.when(new DeleteIteration(FIRST));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationDeleted(1, 1));
    }

    @Test
    @Tag("I-39")
    void a_deleted_iteration_is_unknown() {
        deciding.when(new DeleteIteration(FIRST));
        assertThat(deciding.refusalOf(new DeleteIteration(FIRST))).isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(deciding.refusalOf(point(FIRST))).isEqualTo(Refusal.UNKNOWN_ITERATION);
    }

    @Test
    @Tag("I-39")
    void an_iteration_that_a_model_version_points_at_stays_as_long_as_the_model() {
        ModelId model = new ModelId(1);
        deciding.when(new CreateModel(model, new ProjectId(1), new ModelName("resnet"), "", DATE));
        deciding.when(new CreateModelVersion(model, FIRST, null, "", DATE));
        assertThat(deciding.refusalOf(new DeleteIteration(FIRST))).isEqualTo(Refusal.REFERENCED_BY_MODEL_VERSION);
        deciding.when(new DeleteModel(model));
        deciding.when(new DeleteIteration(FIRST));
        assertThat(deciding.payloads()).last().isEqualTo(new IterationDeleted(1, 1));
    }

    @Test
    @Tag("I-40")
    void with_its_project_an_iteration_is_gone() {
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.refusalOf(new DeleteIteration(FIRST))).isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(deciding.refusalOf(new RecordEnvironment(FIRST, Environment.NONE)))
                .isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(deciding.refusalOf(iteration(4, 1, null))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    @Tag("I-41")
    void with_its_experiment_an_iteration_is_gone() {
        deciding.when(new DeleteExperiment(new ExperimentId(1)));
        assertThat(deciding.refusalOf(new DeleteIteration(FIRST))).isEqualTo(Refusal.UNKNOWN_ITERATION);
        assertThat(deciding.refusalOf(point(FIRST))).isEqualTo(Refusal.UNKNOWN_ITERATION);
    }

    private static LogScalar point(IterationId iteration) {
        return new LogScalar(iteration, ScalarPoints.of(new ScalarPoint("loss", 0, 1.5, 0.25)));
    }

    private static CreateIteration iteration(long id, long experiment, @Nullable Long parent) {
        return new CreateIteration(
                new IterationId(id),
                new ExperimentId(experiment),
                parent == null ? null : new IterationId(parent),
                DATE);
    }
}
