package io.daybook.command.experiment;

import static io.daybook.command.RefusedWith.refusal;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.IterationPinned;
import io.daybook.api.experiment.ExperimentEvent.ResourcePinned;
import io.daybook.api.experiment.ExperimentEvent.ResourceUnpinned;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.claim.Claim;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static final ExperimentId ID = new ExperimentId(5);
    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final ExperimentCreated CREATED = new ExperimentCreated(5, 1, "foo", DATE);
    private static final long VERSION = ModelVersionId.of(new ModelId(3), 1).value();

    private final Containers containers = new Containers();
    private final AggregateTestFixture<Experiment> fixture = new AggregateTestFixture<>(Experiment.class);

    @BeforeEach
    void a_project_without_crayon_names() {
        containers.fold(new ProjectCreated(1, "plain", DATE));
        var claims = new CrayonClaims(new AggregateTestFixture<>(Claim.class).getRepository(), containers);
        fixture.registerAnnotatedCommandHandler(
                new ExperimentCommands(fixture.getRepository(), claims, id -> Optional.empty(), containers));
    }

    @Test
    @Tag("I-10")
    void begins_in_an_existing_project() {
        fixture.givenNoPriorActivity()
                .when(new CreateExperiment(ID, new ProjectId(1), "foo", DATE))
                .expectEvents(CREATED);
    }

    @Test
    @Tag("I-10")
    void does_not_begin_where_no_project_is() {
        fixture.givenNoPriorActivity()
                .when(new CreateExperiment(ID, new ProjectId(2), "foo", DATE))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_PROJECT));
    }

    @Test
    @Tag("I-9")
    void is_never_called_nothing() {
        fixture.givenNoPriorActivity()
                .when(new CreateExperiment(ID, new ProjectId(1), "", DATE))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NAME_NOT_USABLE));
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, null, "", null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NAME_NOT_USABLE));
    }

    @Test
    @Tag("I-9")
    void white_space_is_a_name() {
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, null, " ", null, null))
                .expectEvents(new ExperimentChanged(5, null, " ", null, null, false));
    }

    @Test
    void changes_only_what_differs() {
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, "foo", "warm-up", null))
                .expectEvents(new ExperimentChanged(5, null, null, "warm-up", null, false));
    }

    @Test
    void writes_nothing_when_nothing_differs() {
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, "foo", "", null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("I-11")
    void any_status_follows_any_other_and_sets_no_end_date() {
        fixture.given(CREATED, new ExperimentChanged(5, ExperimentStatus.FINISHED, null, null, null, false))
                .when(new ChangeExperiment(ID, ExperimentStatus.STOPPED, null, null, null))
                .expectEvents(new ExperimentChanged(5, ExperimentStatus.STOPPED, null, null, null, false));
    }

    @Test
    @Tag("I-12")
    void reopening_clears_the_end_date_whatever_end_date_comes_with_it() {
        fixture.given(
                        CREATED,
                        new ExperimentChanged(5, ExperimentStatus.FINISHED, null, null, "2026-02-12T00:00:00", false))
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, "bar", null, "2026-02-13T00:00:00"))
                .expectEvents(new ExperimentChanged(5, ExperimentStatus.IN_PROGRESS, "bar", null, null, true));
    }

    @Test
    @Tag("I-12")
    void an_end_date_set_while_in_progress_is_cleared_as_well() {
        fixture.given(CREATED, new ExperimentChanged(5, null, null, null, "2026-02-12T00:00:00", false))
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, null, null, null))
                .expectEvents(new ExperimentChanged(5, null, null, null, null, true));
    }

    @Test
    void takes_no_change_once_it_was_deleted() {
        fixture.given(CREATED, new ExperimentDeleted(5, 1))
                .when(new ChangeExperiment(ID, null, null, "late", null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    @Tag("I-40")
    void is_gone_with_its_project() {
        containers.fold(new ProjectDeleted(1));
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, null, null, "late", null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_EXPERIMENT));
        fixture.given(CREATED)
                .when(new DeleteExperiment(ID))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_EXPERIMENT));
    }

    @Test
    void is_unknown_while_it_is_being_restored() {
        fixture.given(new RestoreBegun(5, 1, 5, "foo", DATE))
                .when(new DeleteExperiment(ID))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_EXPERIMENT));
    }

    @Test
    @Tag("I-41")
    void is_deleted_by_one_event() {
        fixture.given(CREATED).when(new DeleteExperiment(ID)).expectEvents(new ExperimentDeleted(5, 1));
    }

    @Test
    @Tag("I-13")
    void belongs_to_its_project_for_ever() {
        fixture.given(CREATED)
                .andGivenCommands(new ChangeExperiment(ID, ExperimentStatus.STOPPED, "bar", "text", DATE))
                .when(new DeleteExperiment(ID))
                .expectEvents(new ExperimentDeleted(5, 1));
    }

    @Test
    @Tag("I-41")
    void stays_while_a_model_version_points_into_it() {
        fixture.given(CREATED, new IterationPinned(5, 7, VERSION))
                .when(new DeleteExperiment(ID))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.REFERENCED_BY_MODEL_VERSION));
        fixture.given(CREATED, new ResourcePinned(5, 8, VERSION))
                .when(new DeleteExperiment(ID))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.REFERENCED_BY_MODEL_VERSION));
    }

    @Test
    @Tag("I-41")
    void goes_once_nothing_points_into_it_any_more() {
        fixture.given(CREATED, new ResourcePinned(5, 8, VERSION), new ResourceUnpinned(5, 8, VERSION))
                .when(new DeleteExperiment(ID))
                .expectEvents(new ExperimentDeleted(5, 1));
    }

    @Test
    @Tag("I-43")
    void a_deleted_model_lets_go_by_itself() {
        containers.fold(new ModelDeleted(3, 1));
        fixture.given(CREATED, new IterationPinned(5, 7, VERSION))
                .when(new DeleteExperiment(ID))
                .expectEvents(new ExperimentDeleted(5, 1));
    }
}
