package io.daybook.command.project;

import static io.daybook.command.RefusedWith.refusal;

import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.ChangeRights;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.ProjectEvent.ProjectChanged;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.RightsChanged;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.api.user.UserId;
import io.daybook.command.access.Accounts;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final ProjectId ID = new ProjectId(3);
    private static final UserId BOB = new UserId(2);
    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final ProjectCreated CREATED = new ProjectCreated(3, "vision", DATE);
    private static final Rights READ = new Rights(false, true, false, false);

    private final Accounts accounts = new Accounts();
    private final AggregateTestFixture<Project> fixture = new AggregateTestFixture<>(Project.class);

    @BeforeEach
    void bob_is_there() {
        accounts.fold(new UserCreated(2, "bob", "B", "", "hash", DATE));
        fixture.registerAnnotatedCommandHandler(new ProjectCommands(fixture.getRepository(), accounts));
    }

    @Test
    void its_creator_may_read_it() {
        fixture.givenNoPriorActivity()
                .when(new CreateProject(ID, "vision", DATE, UserId.DEFAULT))
                .expectEvents(CREATED, granted(1, 1));
    }

    @Test
    @Tag("I-9")
    void is_never_called_nothing() {
        fixture.givenNoPriorActivity()
                .when(new CreateProject(ID, "", DATE, UserId.DEFAULT))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NAME_NOT_USABLE));
        fixture.given(CREATED)
                .when(new ChangeProject(ID, "", "text"))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NAME_NOT_USABLE));
    }

    @Test
    void changes_only_what_differs() {
        fixture.given(CREATED)
                .when(new ChangeProject(ID, "vision", "all of it"))
                .expectEvents(new ProjectChanged(3, null, "all of it"));
        fixture.given(CREATED, new ProjectChanged(3, "sight", "all of it"))
                .when(new ChangeProject(ID, "sight", null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_description_is_cleared_by_an_empty_one() {
        fixture.given(CREATED, new ProjectChanged(3, null, "all of it"))
                .when(new ChangeProject(ID, null, ""))
                .expectEvents(new ProjectChanged(3, null, ""));
    }

    @Test
    @Tag("I-40")
    void is_deleted_by_one_event_and_takes_nothing_then() {
        fixture.given(CREATED, granted(1, 1)).when(new DeleteProject(ID)).expectEvents(new ProjectDeleted(3));
        fixture.given(CREATED, new ProjectDeleted(3))
                .when(new ChangeProject(ID, "late", null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    @Tag("I-7")
    void grants_a_row_to_a_user_once() {
        fixture.given(CREATED, granted(1, 1))
                .when(new GrantRights(ID, BOB, READ))
                .expectResultMessagePayload(row(2).value())
                .expectEvents(granted(2, 2));
        fixture.given(CREATED, granted(1, 1), granted(2, 2))
                .when(new GrantRights(ID, BOB, READ))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.RIGHTS_ALREADY_GRANTED));
    }

    @Test
    @Tag("I-7")
    void grants_nothing_to_nobody() {
        fixture.given(CREATED)
                .when(new GrantRights(ID, new UserId(9), READ))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_USER));
    }

    @Test
    void never_uses_the_number_of_a_row_twice() {
        fixture.given(CREATED, granted(1, 1), granted(2, 2), new RightsRevoked(row(2).value(), 3, 2))
                .when(new GrantRights(ID, BOB, READ))
                .expectEvents(granted(3, 2));
    }

    @Test
    void changes_the_flags_that_are_named() {
        fixture.given(CREATED, granted(1, 2))
                .when(new ChangeRights(row(1), true, null, null, null))
                .expectEvents(new RightsChanged(row(1).value(), 3, 2, true, true, false, false));
        fixture.given(CREATED, granted(1, 2))
                .when(new ChangeRights(row(1), null, true, false, null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("I-47")
    void a_row_is_revoked_once() {
        fixture.given(CREATED, granted(1, 2))
                .when(new RevokeRights(row(1)))
                .expectEvents(new RightsRevoked(row(1).value(), 3, 2));
        fixture.given(CREATED, granted(1, 2), new RightsRevoked(row(1).value(), 3, 2))
                .when(new RevokeRights(row(1)))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_PERMISSION));
    }

    @Test
    @Tag("I-45")
    void rows_are_gone_with_their_user() {
        accounts.fold(new UserDeleted(2, "bob"));
        fixture.given(CREATED, granted(1, 2))
                .when(new ChangeRights(row(1), true, null, null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_PERMISSION));
    }

    @Test
    @Tag("I-40")
    void rows_are_gone_with_their_project() {
        fixture.given(CREATED, granted(1, 2), new ProjectDeleted(3))
                .when(new RevokeRights(row(1)))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_PERMISSION));
    }

    private static PermissionId row(int number) {
        return PermissionId.of(ID, number);
    }

    private static RightsGranted granted(int number, long user) {
        return new RightsGranted(row(number).value(), 3, user, false, true, false, false);
    }
}
