package io.daybook.command.model;

import static io.daybook.command.Projects.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentEvent.IterationPinned;
import io.daybook.api.experiment.ExperimentEvent.IterationUnpinned;
import io.daybook.api.experiment.ExperimentEvent.ResourcePinned;
import io.daybook.api.experiment.ExperimentEvent.ResourceUnpinned;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelCommand.DeleteModel;
import io.daybook.api.model.ModelCommand.DeleteModelVersion;
import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelEvent.ModelVersionDeleted;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.model.Stage;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceId;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelVersionCommandsTest {

    private static final ModelId MODEL = new ModelId(1);
    private static final long FIRST = ModelVersionId.of(MODEL, 1).value();
    private static final long SECOND = ModelVersionId.of(MODEL, 2).value();
    private static final String LATER = "2026-02-12T09:15:00.004";

    private final Deciding deciding = Projects.two();

    @BeforeEach
    void a_model() {
        deciding.when(new CreateModel(MODEL, new ProjectId(1), new ModelName("resnet"), "", DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-33")
    void a_version_pins_what_it_points_at_even_in_two_experiments() {
        assertThat(deciding.<Long>when(version(2, 1L))).isEqualTo(FIRST);
        assertThat(deciding.payloads())
                .endsWith(
                        new IterationPinned(2, 2, FIRST),
                        new ResourcePinned(1, 1, FIRST),
                        new ModelVersionCreated(1, FIRST, 1, 2, 1L, "", DATE));
    }

    @Test
    @Tag("I-21")
    void an_ended_iteration_may_be_pointed_at() {
        deciding.when(new FinaliseIteration(new IterationId(1), null, DATE, null, null));
        assertThat(deciding.<Long>when(version(1, null))).isEqualTo(FIRST);
    }

    @Test
    @Tag("I-32")
    void its_iteration_is_in_the_project_of_the_model() {
        assertThat(deciding.refusalOf(version(3, null))).isEqualTo(Refusal.IN_OTHER_PROJECT);
        assertThat(deciding.refusalOf(version(99, null))).isEqualTo(Refusal.UNKNOWN_ITERATION);
        deciding.when(new DeleteIteration(new IterationId(1)));
        assertThat(deciding.refusalOf(version(1, null))).isEqualTo(Refusal.UNKNOWN_ITERATION);
    }

    @Test
    @Tag("I-33")
    void its_resource_is_in_the_project_of_the_model() {
        assertThat(deciding.refusalOf(version(1, 3L))).isEqualTo(Refusal.IN_OTHER_PROJECT);
        assertThat(deciding.refusalOf(version(1, 99L))).isEqualTo(Refusal.UNKNOWN_RESOURCE);
        deciding.when(version(1, null));
        assertThat(deciding.refusalOf(point(FIRST, 3))).isEqualTo(Refusal.IN_OTHER_PROJECT);
        assertThat(deciding.refusalOf(point(FIRST, 99))).isEqualTo(Refusal.UNKNOWN_RESOURCE);
    }

    @Test
    @Tag("I-34")
    void a_number_is_not_given_again() {
        deciding.when(version(1, null));
        deciding.when(new DeleteModelVersion(new ModelVersionId(FIRST)));
        assertThat(deciding.<Long>when(version(1, null))).isEqualTo(SECOND);
    }

    @ParameterizedTest
    @Tag("I-35")
    @EnumSource(Stage.class)
    void every_stage_may_follow(Stage stage) {
        deciding.when(version(1, null));
        deciding.when(stage(FIRST, Stage.STAGING));
        deciding.when(new ChangeModelVersion(new ModelVersionId(FIRST), stage, "text", null, LATER));
        Stage written = stage == Stage.STAGING ? null : stage;
        assertThat(deciding.payloads())
                .last()
                .isEqualTo(new ModelVersionChanged(1, FIRST, written, "text", null, LATER, null));
    }

    @Test
    @Tag("I-35")
    void a_new_version_has_no_stage_and_a_change_that_changes_nothing_writes_nothing() {
        deciding.when(version(1, 1L));
        int before = deciding.events().size();
        deciding.when(new ChangeModelVersion(new ModelVersionId(FIRST), Stage.NO_STAGE, "", new ResourceId(1), LATER));
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("I-36")
    void promoting_one_version_archives_the_other() {
        deciding.when(version(1, null));
        deciding.when(version(1, null));
        deciding.when(stage(FIRST, Stage.PRODUCTION));
        deciding.when(stage(SECOND, Stage.PRODUCTION));
        assertThat(deciding.payloads())
                .last()
                .isEqualTo(new ModelVersionChanged(1, SECOND, Stage.PRODUCTION, null, null, LATER, FIRST));
        int before = deciding.events().size();
        deciding.when(stage(FIRST, Stage.ARCHIVED));
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("I-36")
    void what_left_production_is_not_archived() {
        deciding.when(version(1, null));
        deciding.when(version(1, null));
        deciding.when(stage(FIRST, Stage.PRODUCTION));
        deciding.when(stage(FIRST, Stage.STAGING));
        deciding.when(stage(SECOND, Stage.PRODUCTION));
        assertThat(deciding.payloads())
                .last()
                .isEqualTo(new ModelVersionChanged(1, SECOND, Stage.PRODUCTION, null, null, LATER, null));
    }

    @Test
    @Tag("I-33")
    void another_resource_is_pinned_and_the_old_one_let_go() {
        deciding.when(version(1, 2L));
        deciding.when(point(FIRST, 1));
        assertThat(deciding.payloads())
                .endsWith(
                        new ResourceUnpinned(2, 2, FIRST),
                        new ResourcePinned(1, 1, FIRST),
                        new ModelVersionChanged(1, FIRST, null, null, 1L, LATER, null));
    }

    @Test
    @Tag("I-41")
    void an_experiment_into_which_a_version_points_stays() {
        deciding.when(version(1, 2L));
        for (long id = 1; id <= 2; id++) {
            assertThat(deciding.refusalOf(new DeleteExperiment(new ExperimentId(id))))
                    .isEqualTo(Refusal.REFERENCED_BY_MODEL_VERSION);
        }
        deciding.when(new DeleteModel(MODEL));
        deciding.when(new DeleteExperiment(new ExperimentId(1)));
        deciding.when(new DeleteExperiment(new ExperimentId(2)));
    }

    @Test
    @Tag("I-37")
    void a_version_stays_with_its_model_and_its_iteration() {
        deciding.when(version(1, null));
        deciding.when(
                new ChangeModelVersion(new ModelVersionId(FIRST), Stage.STAGING, "text", new ResourceId(1), LATER));
        assertThat(new ModelVersionId(FIRST).model()).isEqualTo(MODEL);
        assertThat(deciding.payloads()).noneMatch(IterationUnpinned.class::isInstance);
        assertThat(deciding.refusalOf(new DeleteIteration(new IterationId(1))))
                .isEqualTo(Refusal.REFERENCED_BY_MODEL_VERSION);
    }

    @Test
    @Tag("I-44")
    void a_deleted_version_lets_go_and_is_unknown() {
        deciding.when(version(1, 2L));
        deciding.when(new DeleteModelVersion(new ModelVersionId(FIRST)));
        assertThat(deciding.payloads())
                .endsWith(
                        new ModelVersionDeleted(1, FIRST),
                        new IterationUnpinned(1, 1, FIRST),
                        new ResourceUnpinned(2, 2, FIRST));
        assertThat(deciding.refusalOf(stage(FIRST, Stage.STAGING))).isEqualTo(Refusal.UNKNOWN_MODEL_VERSION);
        assertThat(deciding.refusalOf(new DeleteModelVersion(new ModelVersionId(FIRST))))
                .isEqualTo(Refusal.UNKNOWN_MODEL_VERSION);
    }

    @Test
    @Tag("I-40")
    void with_the_project_all_is_gone() {
        deciding.when(version(1, null));
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.refusalOf(version(1, null))).isEqualTo(Refusal.UNKNOWN_MODEL);
        assertThat(deciding.refusalOf(stage(FIRST, Stage.STAGING))).isEqualTo(Refusal.UNKNOWN_MODEL);
        assertThat(deciding.refusalOf(new DeleteModelVersion(new ModelVersionId(FIRST))))
                .isEqualTo(Refusal.UNKNOWN_MODEL);
    }

    private static CreateModelVersion version(long iteration, @Nullable Long resource) {
        return new CreateModelVersion(
                MODEL, new IterationId(iteration), resource == null ? null : new ResourceId(resource), "", DATE);
    }

    private static ChangeModelVersion stage(long version, Stage stage) {
        return new ChangeModelVersion(new ModelVersionId(version), stage, null, null, LATER);
    }

    private static ChangeModelVersion point(long version, long resource) {
        return new ChangeModelVersion(new ModelVersionId(version), null, null, new ResourceId(resource), LATER);
    }
}
