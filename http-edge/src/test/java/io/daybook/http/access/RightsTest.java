package io.daybook.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of path asks for, before anything of its body is read. */
class RightsTest {

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void users_are_known() {
        Signed.prepare(edge);
    }

    private static Response send(UserId user, String method, String path, int status) {
        return edge.http()
                .request(method, path)
                .header("Authorization", Signed.bearer(user))
                .body("no JSON")
                .answers(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /project/3, READ, PROJECT, 3",
        "GET, /project/3/members, READ, PROJECT, 3",
        "GET, /experiment/4, READ, EXPERIMENT, 4",
        "GET, /experiment/project/3, READ, PROJECT, 3",
        "POST, /experiment/project/3, CREATE, PROJECT, 3",
        "PATCH, /experiment/4, UPDATE, EXPERIMENT, 4",
        "DELETE, /experiment/4, DELETE, EXPERIMENT, 4",
        "GET, /iteration/9/children, READ, ITERATION, 9",
        "POST, /iteration/experiment/4, CREATE, EXPERIMENT, 4",
        "POST, /iteration/9/snapshot, UPDATE, ITERATION, 9",
        "PATCH, /parameter/1207959557, UPDATE, ITERATION, 9",
        "POST, /parameter/iteration/9, CREATE, ITERATION, 9",
        "DELETE, /metric/1207959557, DELETE, ITERATION, 9",
        "POST, /metric/iteration/9/batch, CREATE, ITERATION, 9",
        "POST, /tag/project/3, CREATE, PROJECT, 3",
        "GET, /tag/experiment/4, READ, EXPERIMENT, 4",
        "DELETE, /tag/iteration/9/5, DELETE, ITERATION, 9",
        "PATCH, /model/6, UPDATE, MODEL, 6",
        "POST, /modelversion/model/6, CREATE, MODEL, 6",
        "DELETE, /modelversion/6291457, DELETE, MODEL, 6"
    })
    void a_thing_in_a_project_takes_a_right_there(String method, String path, String right, String kind, long id) {
        send(Signed.MEMBER, method, path, 403).isEnvelope("PROJECT_PERMISSION_REQUIRED");

        assertThat(edge.world.payloads(FindAccess.class))
                .extracting(FindAccess::toString)
                .containsExactly("FindAccess[user=user-7, required=InProject[right=" + right + ", place=Place[kind="
                        + kind + ", id=" + id + "]]]");
        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user",
        "POST, /user",
        "GET, /userpermission/user/7/project/3",
        "POST, /userpermission/user/7/project/3",
        "PATCH, /userpermission/3145730",
        "DELETE, /userpermission/abc",
        "POST, /project",
        "PATCH, /project/3",
        "DELETE, /project/abc",
        "GET, /tag/5",
        "DELETE, /tag/5"
    })
    void some_things_are_for_admins(String method, String path) {
        send(Signed.MEMBER, method, path, 403).isEnvelope("ADMIN_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"GET, /user/8", "GET, /user/8/permissions", "PATCH, /user/1", "DELETE, /user/0", "DELETE, /user/-7"})
    void a_user_is_nobody_elses_affair(String method, String path) {
        send(Signed.MEMBER, method, path, 403).isEnvelope("SAME_USER_REQUIRED");
    }

    @Test
    void oneself_is_ones_own_affair() {
        send(Signed.MEMBER, "PATCH", "/user/7", 422).isEnvelope("INVALID_PAYLOAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/project/abc", "/user/abc", "/experiment/x", "/iteration/1.5", "/metric/+9", "/model/-"})
    void text_for_an_id_is_not_found_whoever_asks(String path) {
        send(Signed.MEMBER, "GET", path, 404).isEnvelope("NOT_FOUND");
        send(Signed.ADMIN, "GET", path, 404).isEnvelope("NOT_FOUND");
    }

    /** The command side then says what it says of all that it does not know. */
    @ParameterizedTest
    @CsvSource({
        "/experiment/0, EXPERIMENT",
        "/experiment/-4, EXPERIMENT",
        "/iteration/0, ITERATION",
        "/parameter/3, ITERATION",
        "/metric/-1, ITERATION",
        "/model/0, MODEL",
        "/modelversion/1, MODEL"
    })
    void a_number_that_nothing_has_is_asked_about_like_any_other(String path, String kind) {
        send(Signed.MEMBER, "PATCH", path, 403);

        assertThat(edge.world.payloads(FindAccess.class).getFirst().toString()).endsWith("[kind=" + kind + ", id=0]]]");
    }

    @Test
    void an_admin_passes_and_learns_what_is_wrong() {
        send(Signed.ADMIN, "PATCH", "/experiment/0", 422).isEnvelope("INVALID_PAYLOAD");
        send(Signed.ADMIN, "PATCH", "/experiment/4", 422).says("not valid JSON");
    }
}
