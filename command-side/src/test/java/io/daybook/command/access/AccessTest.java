package io.daybook.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeRights;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.Deciding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final UserId BOB = new UserId(2);
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final PermissionId ROW = PermissionId.of(PROJECT, 2);
    private static final Place EXPERIMENT = Place.of(new ExperimentId(5));
    private static final Place ITERATION = Place.of(new IterationId(7));

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void bob_may_read_in_a_project_with_one_iteration() {
        deciding.when(new SeedDefaultUser(UserId.DEFAULT, "hash", DATE, "UTC"));
        deciding.when(new CreateUser(BOB, new Username("bob"), "B", "", "hash", DATE));
        deciding.when(new CreateProject(PROJECT, "p", DATE, UserId.DEFAULT));
        deciding.when(new GrantRights(PROJECT, BOB, new Rights(false, true, false, false)));
        deciding.when(new CreateExperiment(new ExperimentId(5), PROJECT, "e", DATE));
        deciding.when(new CreateIteration(new IterationId(7), new ExperimentId(5), null, DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void whoever_signed_in_is_told_who_they_are() {
        assertThat(caller(BOB, new Required.Signed())).isEqualTo(new CallerView(BOB, "bob", false));
        deciding.when(new ChangeUser(BOB, null, null, null, true));
        assertThat(caller(BOB, new Required.Admin())).isEqualTo(new CallerView(BOB, "bob", true));
    }

    @Test
    void whoever_is_gone_is_told_so_first() {
        deciding.when(new DeleteUser(BOB));
        assertThat(refusal(new Required.Signed())).isEqualTo(Refusal.CALLER_GONE);
        assertThat(refusal(new Required.Self(BOB))).isEqualTo(Refusal.CALLER_GONE);
    }

    @Test
    void others_are_for_admins() {
        assertThat(refusal(new Required.Admin())).isEqualTo(Refusal.ADMIN_REQUIRED);
        assertThat(refusal(new Required.Self(UserId.DEFAULT))).isEqualTo(Refusal.SAME_USER_REQUIRED);
        assertThat(caller(BOB, new Required.Self(BOB)).user()).isEqualTo(BOB);
    }

    @Test
    @Tag("I-8")
    void an_admin_passes_wherever_it_is() {
        Place nowhere = Place.of(new IterationId(99));
        assertThat(caller(UserId.DEFAULT, in(Right.DELETE, nowhere)).admin()).isTrue();
        assertThat(caller(UserId.DEFAULT, in(Right.DELETE, Place.CRAYON)).admin())
                .isTrue();
    }

    @Test
    void a_row_counts_for_everything_below_its_project() {
        assertThat(caller(BOB, in(Right.READ, Place.of(PROJECT))).user()).isEqualTo(BOB);
        assertThat(caller(BOB, in(Right.READ, EXPERIMENT)).user()).isEqualTo(BOB);
        assertThat(caller(BOB, in(Right.READ, ITERATION)).user()).isEqualTo(BOB);
        assertThat(refusal(in(Right.CREATE, ITERATION))).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
    }

    @Test
    void changed_and_revoked_rights_count_at_once() {
        deciding.when(new ChangeRights(ROW, true, null, null, null));
        assertThat(caller(BOB, in(Right.CREATE, ITERATION)).user()).isEqualTo(BOB);
        deciding.when(new RevokeRights(ROW));
        assertThat(refusal(in(Right.READ, ITERATION))).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
    }

    @Test
    void an_unknown_project_is_one_without_a_row_and_anything_else_unknown_has_no_owner() {
        assertThat(refusal(in(Right.READ, Place.of(new ProjectId(9))))).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
        assertThat(refusal(in(Right.READ, Place.of(new ExperimentId(9))))).isEqualTo(Refusal.OWNER_NOT_FOUND);
        assertThat(refusal(in(Right.READ, Place.of(new IterationId(9))))).isEqualTo(Refusal.OWNER_NOT_FOUND);
    }

    @Test
    void what_is_gone_with_its_container_has_no_owner() {
        assertThat(caller(BOB, in(Right.READ, ITERATION)).user()).isEqualTo(BOB);
        deciding.when(new DeleteExperiment(new ExperimentId(5)));
        assertThat(refusal(in(Right.READ, EXPERIMENT))).isEqualTo(Refusal.OWNER_NOT_FOUND);
        assertThat(refusal(in(Right.READ, ITERATION))).isEqualTo(Refusal.OWNER_NOT_FOUND);
    }

    @Test
    @Tag("I-40")
    void the_rows_of_a_deleted_project_are_gone() {
        deciding.when(new DeleteProject(PROJECT));
        assertThat(refusal(in(Right.READ, Place.of(PROJECT)))).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
        assertThat(refusal(in(Right.READ, ITERATION))).isEqualTo(Refusal.OWNER_NOT_FOUND);
    }

    @Test
    void the_reserved_project_is_for_admins_until_it_is_there() {
        assertThat(refusal(in(Right.READ, Place.CRAYON))).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
        deciding.when(new CreateCrayonExperiment(
                new CrayonName("foo"), new ExperimentId(6), new IterationId(8), new ProjectId(2), "crayon", DATE));
        assertThat(refusal(in(Right.READ, Place.CRAYON))).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
        deciding.when(new GrantRights(new ProjectId(2), BOB, new Rights(false, true, false, false)));
        assertThat(caller(BOB, in(Right.READ, Place.CRAYON)).user()).isEqualTo(BOB);
    }

    private CallerView caller(UserId user, Required required) {
        return deciding.ask(new FindAccess(user, required), CallerView.class);
    }

    private Refusal refusal(Required required) {
        return deciding.refusalOfQuery(new FindAccess(BOB, required), CallerView.class);
    }

    private static Required in(Right right, Place place) {
        return new Required.InProject(right, place);
    }
}
