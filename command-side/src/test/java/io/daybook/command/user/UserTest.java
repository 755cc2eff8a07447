package io.daybook.command.user;

import static io.daybook.command.RefusedWith.refusal;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.api.user.UserId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final UserId ID = new UserId(2);
    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final UserCreated CREATED = new UserCreated(2, "alice", "Alice", "Archer", "hash", DATE);
    private static final DefaultUserSeeded SEEDED =
            new DefaultUserSeeded(1, "Default User", "", "default", "hash", true, DATE, "UTC");

    private final AggregateTestFixture<User> fixture = new AggregateTestFixture<>(User.class);

    @Test
    void every_log_begins_with_an_admin_called_default() {
        fixture.givenNoPriorActivity()
                .when(new SeedDefaultUser(UserId.DEFAULT, "hash", DATE, "UTC"))
                .expectEvents(SEEDED);
    }

    @Test
    void changes_only_what_differs() {
        fixture.given(CREATED)
                .when(new ChangeUser(ID, "Alice", "Baker", null, null))
                .expectEvents(new UserChanged(2, null, "Baker", null, null));
    }

    @Test
    @Tag("I-6")
    void a_new_user_is_no_admin_and_may_become_one() {
        fixture.given(CREATED)
                .when(new ChangeUser(ID, null, null, null, false))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        fixture.given(CREATED)
                .when(new ChangeUser(ID, null, null, null, true))
                .expectEvents(new UserChanged(2, null, null, null, true));
    }

    @Test
    @Tag("I-4")
    void the_default_user_stays_an_admin() {
        fixture.given(SEEDED)
                .when(new ChangeUser(UserId.DEFAULT, "New", null, null, false))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.DEFAULT_USER_STAYS));
    }

    @Test
    @Tag("I-4")
    void names_and_password_of_the_default_user_may_change() {
        fixture.given(SEEDED)
                .when(new ChangeUser(UserId.DEFAULT, "New", "Name", "other", true))
                .expectEvents(new UserChanged(1, "New", "Name", "other", null));
    }

    @Test
    void takes_no_change_once_deleted() {
        fixture.given(CREATED, new UserDeleted(2, "alice"))
                .when(new ChangeUser(ID, "Late", null, null, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
