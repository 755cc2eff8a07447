package io.daybook.http.user;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.CallerView;
import io.daybook.api.access.Required;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindPermissionsOfUser;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserQuery.FindUsers;
import io.daybook.api.user.UserView;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersTest {

    private static final UserView ALICE = new UserView(7, "Alice", "Liddell", "alice", "2026-03-04T18:30:00.000", true);
    private static final String ALICES_JSON =
            "{\"id\":7,\"first_name\":\"Alice\",\"last_name\":\"Liddell\",\"username\":\"alice\","
                    + "\"created_date\":\"2026-03-04T18:30:00.000\",\"is_admin\":true}";
    private static final String BOB =
            "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"bob\",\"password\":\"secret\"}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindAccess.class, CallerView.class, find -> new CallerView(find.user(), "default", true));
        edge.world.query(FindUser.class, UserView.class, find -> ALICE);
        edge.world.query(FindUsers.class, UserView[].class, find -> new UserView[] {ALICE});
        edge.world.query(FindPermissionsOfUser.class, PermissionView[].class, find ->
                new PermissionView[] {new PermissionView(9, 7, 3, true, false, true, false)});
        edge.world.command(CreateUser.class, create -> "created");
        edge.world.command(ChangeUser.class, change -> "changed");
        edge.world.command(DeleteUser.class, delete -> "deleted");
    }

    private static Response patch(int status, String body) {
        return edge.http().request("PATCH", "/user/7").body(body).answers(status);
    }

    @Test
    @Covers("GET /user/{id}")
    void a_user_is_shown_without_a_password() {
        edge.http().get("/user/7").answers(200, ALICES_JSON).hasHeader("Daybook-Position", "40");
        edge.http().get("/user/").answers(200, "[" + ALICES_JSON + "]");

        assertThat(edge.world.payloads(FindUser.class)).containsExactly(new FindUser(new UserId(7)));
    }

    @Test
    @Covers("GET /user/{id}/permissions")
    void permission_rows_are_shown_as_a_list() {
        edge.http()
                .get("/user/7/permissions")
                .answers(
                        200,
                        "[{\"id\":9,\"user_id\":7,\"project_id\":3,\"create_permission\":true,"
                                + "\"read_permission\":false,\"update_permission\":true,\"delete_permission\":false}]");

        assertThat(edge.world.payloads(FindPermissionsOfUser.class))
                .containsExactly(new FindPermissionsOfUser(new UserId(7)));
    }

    @ParameterizedTest
    @CsvSource({"/user/8, USER_NOT_FOUND", "/user/0, USER_NOT_FOUND", "/user/abc, NOT_FOUND"})
    void an_unknown_user_is_not_found(String path, String code) {
        edge.world.query(FindUser.class, UserView.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_USER);
        });

        edge.http().get(path).answers(404).isEnvelope(code);
    }

    @Test
    @Covers("POST /user")
    void a_new_user_gets_an_id_and_a_hashed_password() {
        Response created = edge.http().post("/user").body(BOB).answers(201);

        CreateUser command = edge.world.payloads(CreateUser.class).getFirst();
        created.hasBody("{\"user_id\":" + command.id().value() + "}")
                .hasHeader("Daybook-Position", edge.world.position());
        assertThat(created.header("Location")).isNull();
        assertThat(command.username().value()).isEqualTo("bob");
        assertThat(command.firstName()).isEmpty();
        assertThat(command.passwordHash()).startsWith("$2a$10$");
        assertThat(new BCryptPasswordEncoder().matches("secret", command.passwordHash()))
                .isTrue();
        assertThat(command.createdDate()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
        assertThat(edge.world.sent(CreateUser.class).getFirst().getMetaData())
                .containsEntry(Meta.ACTOR, "1")
                .containsEntry(Meta.VIA, "tracking");
    }

    @Test
    void a_name_that_is_taken_is_a_conflict() {
        edge.world.command(CreateUser.class, create -> {
            throw refusal(Refusal.USERNAME_TAKEN);
        });

        edge.http().post("/user").body(BOB).answers(409).isEnvelope("CONFLICT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"username\":\"bob\" | \"username\":\"\" | username is empty",
                "\"password\":\"secret\" | \"password\":\"\" | password is empty",
                "\"password\":\"secret\" | \"password\":null | password is missing",
                "\"first_name\":\"\" | \"first_name\":1 | first_name is not a string",
                "\"last_name\":\"\" | \"other\":\"\" | last_name is missing"
            })
    void a_user_that_cannot_be_is_invalid(String right, String wrong, String complaint) {
        edge.http()
                .post("/user")
                .body(BOB.replace(right, wrong))
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says(complaint);

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    @Covers("PATCH /user/{id}")
    void a_change_leaves_alone_what_it_does_not_name() {
        patch(200, "{\"first_name\":\"\",\"last_name\":null,\"is_admin\":null}").hasBody("{\"message\":\"UPDATED\"}");
        patch(200, "{}");

        assertThat(edge.world.payloads(ChangeUser.class))
                .containsExactly(
                        new ChangeUser(new UserId(7), "", null, null, null),
                        new ChangeUser(new UserId(7), null, null, null, null));
        assertThat(edge.world.sent(FindAccess.class)).isEmpty();
    }

    @Test
    void a_new_password_is_hashed_and_cannot_be_empty() {
        patch(200, "{\"password\":\"other\"}");
        patch(422, "{\"password\":\"\"}").isEnvelope("INVALID_PAYLOAD").says("password is empty");

        String hash = edge.world.payloads(ChangeUser.class).getFirst().passwordHash();
        assertThat(new BCryptPasswordEncoder().matches("other", hash)).isTrue();
        assertThat(edge.world.commands()).hasSize(1);
    }

    @Test
    void only_an_admin_sends_a_rank_whatever_it_is() {
        patch(200, "{\"is_admin\":false}");
        edge.world.query(FindAccess.class, CallerView.class, find -> {
            throw queryRefusal(Refusal.ADMIN_REQUIRED);
        });

        patch(403, "{\"is_admin\":false,\"password\":\"\"}").isEnvelope("ADMIN_REQUIRED");
        patch(422, "{\"is_admin\":0}").says("is_admin is not true or false");
        assertThat(edge.world.payloads(FindAccess.class))
                .containsOnly(new FindAccess(UserId.DEFAULT, new Required.Admin()));
        assertThat(edge.world.payloads(ChangeUser.class)).hasSize(1);
    }

    @Test
    void changing_nobody_is_invalid_and_deleting_nobody_is_not_found() {
        edge.world.command(ChangeUser.class, change -> {
            throw refusal(Refusal.UNKNOWN_USER);
        });
        edge.world.command(DeleteUser.class, delete -> {
            throw refusal(Refusal.UNKNOWN_USER);
        });

        patch(422, "{}").isEnvelope("INVALID_PAYLOAD");
        edge.http().request("PATCH", "/user/0").body("{}").answers(422).isEnvelope("INVALID_PAYLOAD");
        edge.http().request("PATCH", "/user/x").body("{}").answers(404).isEnvelope("NOT_FOUND");
        edge.http().delete("/user/7").answers(404).isEnvelope("USER_NOT_FOUND");
    }

    @Test
    @Covers("DELETE /user/{id}")
    void a_user_is_deleted_unless_it_is_the_default_one() {
        edge.http().delete("/user/7").answers(200, "{\"message\":\"OK\"}");
        edge.world.command(DeleteUser.class, delete -> {
            throw refusal(Refusal.DEFAULT_USER_STAYS);
        });

        edge.http().delete("/user/1").answers(422).isEnvelope("INVALID_PAYLOAD");
        assertThat(edge.world.payloads(DeleteUser.class))
                .containsExactly(new DeleteUser(new UserId(7)), new DeleteUser(UserId.DEFAULT));
    }
}
