package io.daybook.command.resource;

import static io.daybook.command.Projects.CONTENT;
import static io.daybook.command.Projects.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelCommand.DeleteModelVersion;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceCommand.ChangeResource;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceCommand.DeleteResource;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceEvent.ResourceDeleted;
import io.daybook.api.resource.ResourceId;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ResourceCommandsTest {

    private static final ResourceId FIRST = new ResourceId(1);
    private static final String LATER = "2026-02-12T09:15:00.004";

    private final Deciding deciding = Projects.two();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-26")
    void a_resource_is_uploaded_to_an_experiment_in_progress() {
        deciding.when(upload(4, 1, "weights"));
        assertThat(deciding.payloads()).last().isEqualTo(new ResourceCreated(4, 1, 1, "weights", CONTENT, DATE));
        assertThat(deciding.refusalOf(upload(5, 99, "weights"))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    @Tag("I-26")
    void only_uploading_asks_for_the_status() {
        deciding.when(new ChangeExperiment(new ExperimentId(1), ExperimentStatus.FINISHED, null, null, null));
        assertThat(deciding.refusalOf(upload(4, 1, "weights"))).isEqualTo(Refusal.EXPERIMENT_NOT_IN_PROGRESS);
        deciding.when(new ChangeResource(FIRST, "best", null, null, LATER));
        deciding.when(new DeleteResource(FIRST));
        assertThat(deciding.payloads()).last().isEqualTo(new ResourceDeleted(1, 1));
    }

    @Test
    @Tag("I-9")
    void a_name_is_not_empty() {
        assertThat(deciding.refusalOf(upload(4, 1, ""))).isEqualTo(Refusal.NAME_NOT_USABLE);
        assertThat(deciding.refusalOf(new ChangeResource(FIRST, "", null, null, LATER)))
                .isEqualTo(Refusal.NAME_NOT_USABLE);
    }

    @Test
    @Tag("I-27")
    void other_bytes_change_size_and_hash_together() {
        Content other = new Content("cd34", 6, "gridfs", "file:///artifacts/cd/cd34");
        deciding.when(new ChangeResource(FIRST, "weights", "best", other, LATER));
        assertThat(deciding.payloads()).last().isEqualTo(new ResourceChanged(1, null, "best", other, LATER));
    }

    @Test
    @Tag("I-27")
    void the_same_bytes_are_no_change_wherever_they_lie() {
        int before = deciding.events().size();
        Content elsewhere = new Content(CONTENT.hash(), CONTENT.size(), "gridfs", CONTENT.uri());
        deciding.when(new ChangeResource(FIRST, "weights", "", elsewhere, LATER));
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("I-42")
    void a_deleted_resource_is_unknown() {
        deciding.when(new DeleteResource(FIRST));
        assertThat(deciding.refusalOf(new DeleteResource(FIRST))).isEqualTo(Refusal.UNKNOWN_RESOURCE);
        assertThat(deciding.refusalOf(new ChangeResource(FIRST, "best", null, null, LATER)))
                .isEqualTo(Refusal.UNKNOWN_RESOURCE);
    }

    @Test
    @Tag("I-42")
    void a_resource_that_a_model_version_points_at_stays_as_long_as_the_version() {
        ModelId model = new ModelId(1);
        deciding.when(new CreateModel(model, new ProjectId(1), new ModelName("resnet"), "", DATE));
        deciding.when(new CreateModelVersion(model, new IterationId(2), FIRST, "", DATE));
        assertThat(deciding.refusalOf(new DeleteResource(FIRST))).isEqualTo(Refusal.REFERENCED_BY_MODEL_VERSION);
        deciding.when(new DeleteModelVersion(ModelVersionId.of(model, 1)));
        deciding.when(new DeleteResource(FIRST));
        assertThat(deciding.payloads()).last().isEqualTo(new ResourceDeleted(1, 1));
    }

    @Test
    @Tag("I-40")
    void with_its_project_a_resource_is_gone() {
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.refusalOf(new DeleteResource(FIRST))).isEqualTo(Refusal.UNKNOWN_RESOURCE);
        assertThat(deciding.refusalOf(new ChangeResource(FIRST, "best", null, null, LATER)))
                .isEqualTo(Refusal.UNKNOWN_RESOURCE);
        assertThat(deciding.refusalOf(upload(4, 1, "weights"))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    @Tag("I-41")
    void with_its_experiment_a_resource_is_gone() {
        deciding.when(new DeleteExperiment(new ExperimentId(1)));
        assertThat(deciding.refusalOf(new DeleteResource(FIRST))).isEqualTo(Refusal.UNKNOWN_RESOURCE);
        assertThat(deciding.refusalOf(new ChangeResource(FIRST, "best", null, null, LATER)))
                .isEqualTo(Refusal.UNKNOWN_RESOURCE);
    }

    private static CreateResource upload(long id, long experiment, String name) {
        return new CreateResource(new ResourceId(id), new ExperimentId(experiment), name, CONTENT, DATE);
    }
}
