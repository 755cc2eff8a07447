package io.daybook.command.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceCommand.DeleteResource;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResourceThere;
import io.daybook.api.resource.ResourceQuery.FindUploadWelcome;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UploadQueriesTest {

    private static final ExperimentId SWEEP = new ExperimentId(1);
    private static final ResourceId WEIGHTS = new ResourceId(1);

    private final Deciding deciding = Projects.two();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-26")
    void an_upload_is_welcome_as_long_as_the_experiment_is_in_progress() {
        assertThat(deciding.ask(new FindUploadWelcome(SWEEP), Boolean.class)).isTrue();

        status(ExperimentStatus.STOPPED);
        assertThat(refusal(SWEEP)).isEqualTo(Refusal.EXPERIMENT_NOT_IN_PROGRESS);

        deciding.when(new ChangeExperiment(SWEEP, null, "renamed", null, null));
        assertThat(refusal(SWEEP)).isEqualTo(Refusal.EXPERIMENT_NOT_IN_PROGRESS);

        status(ExperimentStatus.IN_PROGRESS);
        assertThat(deciding.ask(new FindUploadWelcome(SWEEP), Boolean.class)).isTrue();
    }

    @Test
    @Tag("I-26")
    void nothing_is_uploaded_to_what_is_not_there() {
        assertThat(refusal(new ExperimentId(99))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);

        deciding.when(new DeleteExperiment(SWEEP));
        assertThat(refusal(SWEEP)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(refusal(WEIGHTS)).isEqualTo(Refusal.UNKNOWN_RESOURCE);
    }

    @Test
    void an_experiment_that_is_being_restored_takes_no_upload() {
        ExperimentId restored = new ExperimentId(9);
        deciding.when(new BeginRestore(
                new CrayonName("foo"), restored, new IterationId(9), new ProjectId(9), "crayon", Projects.DATE));

        assertThat(refusal(restored)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    @Tag("I-42")
    void a_resource_takes_new_bytes_until_it_is_deleted_by_itself_or_with_its_project() {
        assertThat(deciding.ask(new FindResourceThere(WEIGHTS), Boolean.class)).isTrue();
        assertThat(refusal(new ResourceId(99))).isEqualTo(Refusal.UNKNOWN_RESOURCE);

        deciding.when(new DeleteResource(WEIGHTS));
        assertThat(refusal(WEIGHTS)).isEqualTo(Refusal.UNKNOWN_RESOURCE);
    }

    @Test
    @Tag("I-40")
    void with_its_project_everything_is_gone() {
        deciding.when(new DeleteProject(new ProjectId(1)));

        assertThat(refusal(SWEEP)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(refusal(WEIGHTS)).isEqualTo(Refusal.UNKNOWN_RESOURCE);
    }

    private void status(ExperimentStatus status) {
        deciding.when(new ChangeExperiment(SWEEP, status, null, null, null));
    }

    private Refusal refusal(ExperimentId experiment) {
        return deciding.refusalOfQuery(new FindUploadWelcome(experiment), Boolean.class);
    }

    private Refusal refusal(ResourceId resource) {
        return deciding.refusalOfQuery(new FindResourceThere(resource), Boolean.class);
    }
}
