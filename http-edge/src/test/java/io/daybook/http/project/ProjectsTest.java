package io.daybook.http.project;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindMembers;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.project.ProjectView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectsTest {

    private static final ProjectView DIGITS = new ProjectView(3, "digits", "", "2026-03-04T18:30:00.000");
    private static final String DIGITS_JSON =
            "{\"id\":3,\"name\":\"digits\",\"description\":\"\",\"created_date\":\"2026-03-04T18:30:00.000\"}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindProject.class, ProjectView.class, find -> DIGITS);
        edge.world.query(FindProjects.class, ProjectView[].class, find -> new ProjectView[] {DIGITS});
        edge.world.query(FindMembers.class, PermissionView[].class, find ->
                new PermissionView[] {new PermissionView(9, 7, 3, true, false, false, true)});
        edge.world.command(CreateProject.class, create -> "created");
        edge.world.command(ChangeProject.class, change -> "changed");
        edge.world.command(DeleteProject.class, delete -> "deleted");
    }

    private static Response patch(int status, String body) {
        return edge.http().request("PATCH", "/project/3").body(body).answers(status);
    }

    @Test
    @Covers("GET /project/{id}")
    void a_project_is_shown() {
        edge.http()
                .get("/project/3")
                .answers(200, DIGITS_JSON)
                .hasHeader("Content-Type", "application/json;charset=utf-8");

        assertThat(edge.world.payloads(FindProject.class)).containsExactly(new FindProject(new ProjectId(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/project", "/project/", "//project//"})
    @Covers("GET /project")
    void the_list_is_bare_and_what_the_caller_may_read(String path) {
        edge.http().get(path).answers(200, "[" + DIGITS_JSON + "]");

        assertThat(edge.world.payloads(FindProjects.class)).containsExactly(new FindProjects(UserId.DEFAULT));
    }

    @Test
    @Covers("GET /project/{project_id}/members")
    void members_are_permission_rows() {
        edge.http()
                .get("/project/3/members")
                .answers(
                        200,
                        "[{\"id\":9,\"user_id\":7,\"project_id\":3,\"create_permission\":true,"
                                + "\"read_permission\":false,\"update_permission\":false,\"delete_permission\":true}]");

        assertThat(edge.world.payloads(FindMembers.class)).containsExactly(new FindMembers(new ProjectId(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/project/4",
                "/project/0",
                "/project/-1",
                "/project/abc",
                "/project/+4",
                "/project/4.0",
                "/project/%D9%A4",
                "/project/99999999999999999999"
            })
    void what_is_no_project_is_not_found(String path) {
        edge.world.query(FindProject.class, ProjectView.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_PROJECT);
        });

        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/project", "/project/"})
    @Covers("POST /project")
    void a_new_project_has_a_name_and_whoever_made_it(String path) {
        Response created = edge.http()
                .post(path)
                .body("{\"name\":\"  \",\"description\":7,\"else\":[{}]}")
                .answers(201);

        CreateProject command = edge.world.payloads(CreateProject.class).getFirst();
        created.hasBody("{\"project_id\":" + command.id().value() + "}")
                .hasHeader("Daybook-Position", edge.world.position());
        assertThat(created.header("Location")).isNull();
        assertThat(command.name()).isEqualTo("  ");
        assertThat(command.creator()).isEqualTo(UserId.DEFAULT);
        assertThat(command.createdDate()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"\"}', name is empty",
        "'{\"name\":null}', name is missing",
        "'{}', name is missing",
        "'{\"name\":7}', name is not a string"
    })
    void a_name_is_needed(String body, String complaint) {
        edge.http()
                .post("/project")
                .body(body)
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says(complaint);

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    @Covers("PATCH /project/{id}")
    void a_change_leaves_alone_what_it_does_not_name() {
        patch(200, "{\"name\":null,\"description\":\"\"}").hasBody("{\"message\":\"UPDATED\"}");
        patch(200, "{\"name\":\"other\"}");
        patch(200, "{}");

        ProjectId id = new ProjectId(3);
        assertThat(edge.world.payloads(ChangeProject.class))
                .containsExactly(
                        new ChangeProject(id, null, ""),
                        new ChangeProject(id, "other", null),
                        new ChangeProject(id, null, null));
    }

    @Test
    void a_change_that_cannot_be_is_invalid() {
        edge.world.command(ChangeProject.class, change -> {
            throw refusal(Refusal.UNKNOWN_PROJECT);
        });

        patch(422, "{\"name\":\"\"}").isEnvelope("INVALID_PAYLOAD").says("name is empty");
        patch(422, "{}").isEnvelope("INVALID_PAYLOAD");
        edge.http().request("PATCH", "/project/0").body("{}").answers(422).isEnvelope("INVALID_PAYLOAD");
        edge.http().request("PATCH", "/project/abc").body("{}").answers(404).isEnvelope("NOT_FOUND");
    }

    @Test
    @Covers("DELETE /project/{id}")
    void a_project_is_deleted_once() {
        edge.http().delete("/project/3").answers(200, "{\"message\":\"OK\"}");
        edge.world.command(DeleteProject.class, delete -> {
            throw refusal(Refusal.UNKNOWN_PROJECT);
        });

        edge.http().delete("/project/3").answers(404).isEnvelope("NOT_FOUND");
        edge.http().delete("/project/0").answers(404).isEnvelope("NOT_FOUND");
        assertThat(edge.world.payloads(DeleteProject.class)).containsOnly(new DeleteProject(new ProjectId(3)));
    }
}
