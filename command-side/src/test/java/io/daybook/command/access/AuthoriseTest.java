package io.daybook.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.Deciding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AuthoriseTest {

    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final long ADMIN = 1;
    private static final long BOB = 2;
    private static final int MANY = 100_000;
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final ExperimentId EXPERIMENT = new ExperimentId(5);

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void bob_may_create_and_read() {
        deciding.whenSentBy(ADMIN, new SeedDefaultUser(UserId.DEFAULT, "hash", DATE, "UTC"));
        deciding.whenSentBy(ADMIN, new CreateUser(new UserId(BOB), new Username("bob"), "B", "", "hash", DATE));
        deciding.whenSentBy(ADMIN, new CreateProject(PROJECT, "p", DATE, UserId.DEFAULT));
        deciding.whenSentBy(ADMIN, new GrantRights(PROJECT, new UserId(BOB), new Rights(true, true, false, false)));
        deciding.whenSentBy(BOB, new CreateExperiment(EXPERIMENT, PROJECT, "e", DATE));
        deciding.whenSentBy(BOB, new CreateIteration(new IterationId(7), EXPERIMENT, null, DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-8")
    void only_admins_make_projects_and_grant_rights() {
        int before = deciding.events().size();
        assertThat(refusalTo(new CreateProject(new ProjectId(2), "p", DATE, new UserId(BOB))))
                .isEqualTo(Refusal.ADMIN_REQUIRED);
        assertThat(refusalTo(new DeleteProject(PROJECT))).isEqualTo(Refusal.ADMIN_REQUIRED);
        assertThat(refusalTo(new RevokeRights(PermissionId.of(PROJECT, 1)))).isEqualTo(Refusal.ADMIN_REQUIRED);
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("I-5")
    void only_an_admin_sends_a_rank_even_an_unchanged_one() {
        assertThat(refusalTo(new ChangeUser(new UserId(BOB), null, null, null, false)))
                .isEqualTo(Refusal.ADMIN_REQUIRED);
        deciding.whenSentBy(BOB, new ChangeUser(new UserId(BOB), "Robert", null, null, null));
        assertThat(refusalTo(new ChangeUser(UserId.DEFAULT, "x", null, null, null)))
                .isEqualTo(Refusal.SAME_USER_REQUIRED);
    }

    @Test
    void each_right_is_needed_by_itself() {
        assertThat(refusalTo(new ChangeExperiment(EXPERIMENT, null, null, "text", null)))
                .isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
    }

    @Test
    void admins_hear_of_unknown_things_from_whoever_decides() {
        var change = new ChangeExperiment(new ExperimentId(9), null, null, "text", null);
        assertThat(deciding.refusalTo(ADMIN, change)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(refusalTo(change)).isEqualTo(Refusal.OWNER_NOT_FOUND);
    }

    @Test
    void whoever_is_gone_does_nothing_any_more_but_ids_are_for_all() {
        deciding.when(new DeleteUser(new UserId(BOB)));
        assertThat(refusalTo(log())).isEqualTo(Refusal.CALLER_GONE);
        assertThat(deciding.<Lease>whenSentBy(BOB, new LeaseIds(SequenceName.TAG, 1)))
                .isEqualTo(new Lease(1, 1));
    }

    @Test
    @Tag("I-47")
    void nothing_is_written_after_a_revocation_was_answered() throws Exception {
        var writing = CompletableFuture.supplyAsync(this::logUntilRefused);
        deciding.whenSentBy(ADMIN, new RevokeRights(PermissionId.of(PROJECT, 2)));
        int answered = deciding.events().size();
        assertThat(writing.get(30, TimeUnit.SECONDS)).isEqualTo(Refusal.PROJECT_PERMISSION_REQUIRED);
        List<Object> events = deciding.payloads();
        assertThat(events).anyMatch(RightsRevoked.class::isInstance);
        // One command may have passed the check before, and is written beside the revocation.
        assertThat(events.subList(answered, events.size()))
                .filteredOn(ScalarsLogged.class::isInstance)
                .hasSizeLessThanOrEqualTo(1);
    }

    private Refusal logUntilRefused() {
        try {
            for (int i = 0; i < MANY; i++) deciding.whenSentBy(BOB, log());
        } catch (CommandExecutionException refused) {
            return deciding.refusalTo(BOB, log());
        }
        throw new AssertionError("nothing was refused");
    }

    private Refusal refusalTo(Object command) {
        return deciding.refusalTo(BOB, command);
    }

    private static LogScalar log() {
        return new LogScalar(new IterationId(7), ScalarPoints.of(new ScalarPoint("loss", 0, 0, 0)));
    }
}
