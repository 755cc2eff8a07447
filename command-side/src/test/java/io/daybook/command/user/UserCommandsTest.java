package io.daybook.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.Credentials;
import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.Deciding;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UserCommandsTest {

    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();

    @BeforeEach
    void seed() {
        deciding.when(new SeedDefaultUser(UserId.DEFAULT, "first", DATE, "UTC"));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-1")
    void a_user_comes_with_the_claim_on_the_name() {
        deciding.when(create("alice", 2));
        assertThat(deciding.payloads())
                .hasSize(3)
                .contains(
                        new UserCreated(2, "alice", "A", "B", "hash", DATE),
                        new NameClaimed("username:alice", "user-2", null));
        assertThat(deciding.events())
                .allSatisfy(event -> assertThat(event.getMetaData()).doesNotContainKey(Meta.PROJECT));
    }

    @Test
    @Tag("I-1")
    void a_name_is_had_once_and_letter_case_matters() {
        deciding.when(create("alice", 2));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(create("alice", 3))).isEqualTo(Refusal.USERNAME_TAKEN);
        assertThat(deciding.events()).hasSize(before);
        deciding.when(create("Alice", 4));
    }

    @Test
    @Tag("I-1")
    void a_name_is_never_empty() {
        assertThatThrownBy(() -> new Username("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("I-1")
    void nobody_else_is_ever_called_default() {
        assertThat(deciding.refusalOf(create("default", 2))).isEqualTo(Refusal.USERNAME_TAKEN);
        assertThat(deciding.events()).hasSize(1);
    }

    @Test
    @Tag("I-1")
    void of_many_who_want_one_name_exactly_one_gets_it() throws Exception {
        var wanting = IntStream.range(2, 18).mapToObj(id -> create("alice", id)).toList();
        assertThat(deciding.successesOf(wanting)).isEqualTo(1);
        assertThat(deciding.payloads())
                .filteredOn(UserCreated.class::isInstance)
                .hasSize(1);
    }

    @Test
    @Tag("I-45")
    void a_deleted_users_name_is_free_again() {
        deciding.when(create("alice", 2));
        deciding.when(new DeleteUser(new UserId(2)));
        assertThat(deciding.payloads())
                .contains(new UserDeleted(2, "alice"), new NameReleased("username:alice", "user-2"));
        assertThat(deciding.refusalOfQuery(new FindCredentials("alice"), Credentials.class))
                .isEqualTo(Refusal.UNKNOWN_USER);
        deciding.when(create("alice", 3));
        assertThat(credentials("alice").user()).isEqualTo(new UserId(3));
    }

    @Test
    @Tag("I-3")
    void the_default_user_cannot_be_deleted() {
        assertThat(deciding.refusalOf(new DeleteUser(UserId.DEFAULT))).isEqualTo(Refusal.DEFAULT_USER_STAYS);
        assertThat(deciding.events()).hasSize(1);
    }

    @Test
    void whoever_is_not_there_is_unknown() {
        UserId nobody = new UserId(9);
        assertThat(deciding.refusalOf(new DeleteUser(nobody))).isEqualTo(Refusal.UNKNOWN_USER);
        assertThat(deciding.refusalOf(new ChangeUser(nobody, "x", null, null, null)))
                .isEqualTo(Refusal.UNKNOWN_USER);
        assertThat(deciding.events()).hasSize(1);
    }

    @Test
    void nobody_is_deleted_twice() {
        deciding.when(create("alice", 2));
        deciding.when(new DeleteUser(new UserId(2)));
        assertThat(deciding.refusalOf(new DeleteUser(new UserId(2)))).isEqualTo(Refusal.UNKNOWN_USER);
    }

    @Test
    @Tag("I-2")
    void a_password_is_compared_with_the_latest_hash_which_shows_nowhere() {
        deciding.when(create("alice", 2));
        deciding.when(new ChangeUser(new UserId(2), null, null, "second", null));
        assertThat(credentials("alice")).isEqualTo(new Credentials(new UserId(2), "second"));
        assertThat(credentials("default").passwordHash()).isEqualTo("first");
        assertThat(credentials("alice").toString()).doesNotContain("second");
    }

    private Credentials credentials(String username) {
        return deciding.ask(new FindCredentials(username), Credentials.class);
    }

    private static CreateUser create(String name, long id) {
        return new CreateUser(new UserId(id), new Username(name), "A", "B", "hash", DATE);
    }
}
