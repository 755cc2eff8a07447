package io.daybook.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.message.Meta;
import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.Deciding;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProjectCommandsTest {

    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final ExperimentId EXPERIMENT = new ExperimentId(5);
    private static final UserId BOB = new UserId(2);
    private static final Rights ALL = new Rights(true, true, true, true);

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void a_project_with_an_experiment() {
        deciding.when(new CreateUser(BOB, new Username("bob"), "B", "", "hash", DATE));
        deciding.when(new CreateProject(PROJECT, "p", DATE, UserId.DEFAULT));
        deciding.when(new CreateExperiment(EXPERIMENT, PROJECT, "e", DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-40")
    void one_event_takes_everything_below_a_project_away() {
        int before = deciding.events().size();
        deciding.when(new DeleteProject(PROJECT));
        assertThat(deciding.events()).hasSize(before + 1);
        assertThat(deciding.refusalOf(new ChangeExperiment(EXPERIMENT, null, "late", null, null)))
                .isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(deciding.refusalOf(new CreateIteration(new IterationId(7), EXPERIMENT, null, DATE)))
                .isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(deciding.refusalOf(new CreateExperiment(new ExperimentId(6), PROJECT, "late", DATE)))
                .isEqualTo(Refusal.UNKNOWN_PROJECT);
        assertThat(deciding.events()).hasSize(before + 1);
    }

    @Test
    void whatever_is_sent_to_an_unknown_project_hears_so() {
        ProjectId unknown = new ProjectId(9);
        assertThat(deciding.refusalOf(new ChangeProject(unknown, "x", null))).isEqualTo(Refusal.UNKNOWN_PROJECT);
        assertThat(deciding.refusalOf(new DeleteProject(unknown))).isEqualTo(Refusal.UNKNOWN_PROJECT);
        assertThat(deciding.refusalOf(new GrantRights(unknown, BOB, ALL))).isEqualTo(Refusal.UNKNOWN_PROJECT);
        assertThat(deciding.refusalOf(new RevokeRights(PermissionId.of(unknown, 1))))
                .isEqualTo(Refusal.UNKNOWN_PERMISSION);
    }

    @Test
    @Tag("I-7")
    void of_many_grants_to_one_user_exactly_one_counts() throws Exception {
        assertThat(deciding.successesOf(Collections.nCopies(16, new GrantRights(PROJECT, BOB, ALL))))
                .isEqualTo(1);
        assertThat(deciding.payloads())
                .filteredOn(RightsGranted.class::isInstance)
                .hasSize(2);
    }

    @Test
    void what_belongs_to_a_project_says_so() {
        deciding.when(new GrantRights(PROJECT, BOB, ALL));
        deciding.when(new ChangeProject(PROJECT, "q", null));
        assertThat(deciding.events().subList(2, deciding.events().size()))
                .allSatisfy(event ->
                        assertThat(event.getMetaData().get(Meta.PROJECT)).isEqualTo("1"));
    }
}
