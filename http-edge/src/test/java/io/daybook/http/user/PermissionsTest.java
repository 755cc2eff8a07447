package io.daybook.http.user;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeRights;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindPermission;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    private static final PermissionId ROW = PermissionId.of(new ProjectId(3), 2);
    private static final String OF_PAIR = "/userpermission/user/7/project/3";
    private static final String FLAGS = "{\"create_permission\":true,\"read_permission\":true,"
            + "\"update_permission\":false,\"delete_permission\":false}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(
                FindPermission.class,
                PermissionView.class,
                find -> new PermissionView(ROW.value(), 7, 3, false, true, false, false));
        edge.world.command(GrantRights.class, grant -> ROW.value());
        edge.world.command(ChangeRights.class, change -> "changed");
        edge.world.command(RevokeRights.class, revoke -> "revoked");
    }

    @Test
    @Covers("GET /userpermission/user/{user_id}/project/{project_id}")
    void a_row_is_found_by_user_and_project() {
        edge.http()
                .get(OF_PAIR)
                .answers(
                        200,
                        "{\"id\":" + ROW.value() + ",\"user_id\":7,\"project_id\":3,\"create_permission\":false,"
                                + "\"read_permission\":true,\"update_permission\":false,\"delete_permission\":false}");

        assertThat(edge.world.payloads(FindPermission.class))
                .containsExactly(new FindPermission(new UserId(7), new ProjectId(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_PAIR, "/userpermission/user/0/project/3", "/userpermission/user/7/project/x"})
    void a_pair_without_a_row_is_not_found(String path) {
        edge.world.query(FindPermission.class, PermissionView.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_PERMISSION);
        });

        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @Test
    void there_is_no_reading_of_a_row_by_its_id() {
        String allow = edge.http()
                .get("/userpermission/" + ROW.value())
                .answers(405)
                .isEnvelope("METHOD_NOT_ALLOWED")
                .header("Allow");

        assertThat(String.valueOf(allow).split(", ")).containsExactlyInAnyOrder("PATCH", "DELETE");
    }

    @Test
    @Covers("POST /userpermission/user/{user_id}/project/{project_id}")
    void rights_are_granted_and_answered_with_the_rows_id() {
        edge.http().post(OF_PAIR).body(FLAGS).answers(201, "{\"userpermission_id\":" + ROW.value() + "}");

        assertThat(edge.world.payloads(GrantRights.class))
                .containsExactly(
                        new GrantRights(new ProjectId(3), new UserId(7), new Rights(true, true, false, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create_permission", "read_permission", "update_permission", "delete_permission"})
    void all_four_flags_are_needed(String flag) {
        edge.http()
                .post(OF_PAIR)
                .body(FLAGS.replace(flag, "other"))
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says(flag + " is missing");
        edge.http()
                .post(OF_PAIR)
                .body(FLAGS.replaceAll("\"" + flag + "\":(true|false)", "\"" + flag + "\":1"))
                .answers(422)
                .says(flag + " is not true or false");

        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"UNKNOWN_USER", "UNKNOWN_PROJECT"})
    void rights_of_somebody_or_in_something_unknown_are_invalid(Refusal unknown) {
        edge.world.command(GrantRights.class, grant -> {
            throw refusal(unknown);
        });

        edge.http().post(OF_PAIR).body(FLAGS).answers(422).isEnvelope("INVALID_PAYLOAD");
        edge.http()
                .post("/userpermission/user/0/project/3")
                .body(FLAGS)
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    void a_second_row_for_the_pair_is_a_conflict() {
        edge.world.command(GrantRights.class, grant -> {
            throw refusal(Refusal.RIGHTS_ALREADY_GRANTED);
        });

        edge.http().post(OF_PAIR).body(FLAGS).answers(409).isEnvelope("CONFLICT");
    }

    @Test
    @Covers("PATCH /userpermission/{id}")
    void flags_that_are_not_named_stay() {
        edge.http()
                .request("PATCH", "/userpermission/" + ROW.value())
                .body("{\"read_permission\":false,\"delete_permission\":null}")
                .answers(200, "{\"message\":\"UPDATED\"}");

        assertThat(edge.world.payloads(ChangeRights.class))
                .containsExactly(new ChangeRights(ROW, null, false, null, null));
    }

    @Test
    @Covers("DELETE /userpermission/{id}")
    void a_row_is_revoked() {
        edge.http().delete("/userpermission/" + ROW.value()).answers(200, "{\"message\":\"OK\"}");

        assertThat(edge.world.payloads(RevokeRights.class)).containsExactly(new RevokeRights(ROW));
    }

    @Test
    void an_unknown_row_makes_a_change_invalid_and_is_not_found_when_revoked() {
        edge.world.command(RevokeRights.class, revoke -> {
            throw refusal(Refusal.UNKNOWN_PERMISSION);
        });

        edge.http()
                .request("PATCH", "/userpermission/5")
                .body("{}")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
        edge.http().delete("/userpermission/5").answers(404).isEnvelope("NOT_FOUND");
        edge.http().delete("/userpermission/" + ROW.value()).answers(404).isEnvelope("NOT_FOUND");
    }
}
