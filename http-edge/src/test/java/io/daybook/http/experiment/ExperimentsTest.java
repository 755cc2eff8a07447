package io.daybook.http.experiment;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentsTest {

    private static final ExperimentId SWEEP = new ExperimentId(4);
    private static final String JSON = "{\"id\":4,\"project_id\":3,\"status_id\":2,\"name\":\"sweep\","
            + "\"description\":\"\",\"created_date\":\"2026-02-11T09:14:03.250\",\"end_date\":null}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        ExperimentView sweep =
                new ExperimentView(4, 3, ExperimentStatus.STOPPED, "sweep", "", "2026-02-11T09:14:03.250", null);
        edge.world.query(FindExperiment.class, ExperimentView.class, find -> sweep);
        edge.world.query(FindExperimentsOfProject.class, Page.class, find -> new Page<>(List.of(sweep), 17));
        edge.world.command(CreateExperiment.class, create -> "created");
        edge.world.command(ChangeExperiment.class, change -> "changed");
        edge.world.command(DeleteExperiment.class, delete -> "deleted");
    }

    private static Response post(int status, String body) {
        return edge.http().post("/experiment/project/3").body(body).answers(status);
    }

    private static Response patch(int status, String body) {
        return edge.http().request("PATCH", "/experiment/4").body(body).answers(status);
    }

    @Test
    @Covers("GET /experiment/{id}")
    void an_experiment_is_shown() {
        edge.http().get("/experiment/4").answers(200, JSON);

        assertThat(edge.world.payloads(FindExperiment.class)).containsExactly(new FindExperiment(SWEEP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/experiment/4", "/experiment/0", "/experiment/abc", "/experiment/project/abc"})
    void what_is_no_experiment_is_not_found(String path) {
        edge.world.query(FindExperiment.class, ExperimentView.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_EXPERIMENT);
        });

        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 50, 0",
        "?limit=&offset=, 50, 0",
        "?limit=abc&offset=-5, 50, 0",
        "?limit=-1&offset=7, 0, 7",
        "?limit=99999&offset=1.5, 200, 0",
        "?limit=99999999999999999999&offset=99999999999999999999, 50, 0",
        "?limit=0&limit=9&other=%zz, 0, 0",
        "?offset=9223372036854775807, 50, 9223372036854775807"
    })
    @Covers("GET /experiment/project/{project_id}")
    void a_page_says_which_part_it_is(String query, int limit, long offset) {
        String request = "GET /experiment/project/3" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(edge.raw(edge.port(), request))
                .startsWith("HTTP/1.1 200")
                .contains("{\"data\":[" + JSON + "],\"total\":17,\"limit\":" + limit + ",\"offset\":" + offset + "}");
        assertThat(edge.world.payloads(FindExperimentsOfProject.class))
                .containsExactly(new FindExperimentsOfProject(new ProjectId(3), new Slice(offset, limit)));
    }

    @Test
    @Covers("POST /experiment/project/{project_id}")
    void a_new_experiment_is_in_progress() {
        Response created = post(201, "{\"status_id\":1.0,\"name\":\"sweep\"}");

        CreateExperiment command = edge.world.payloads(CreateExperiment.class).getFirst();
        created.hasBody("{\"experiment_id\":" + command.id().value() + "}");
        assertThat(command.projectId()).isEqualTo(new ProjectId(3));
        assertThat(command.name()).isEqualTo("sweep");
        assertThat(command.createdDate()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status_id\":2,\"name\":\"x\"} | status_id",
                "{\"status_id\":null,\"name\":\"x\"} | status_id is missing",
                "{\"status_id\":true,\"name\":\"x\"} | status_id is not an integer",
                "{\"status_id\":\"1\",\"name\":\"x\"} | status_id is not an integer",
                "{\"status_id\":1,\"name\":\"\"} | name is empty",
                "{\"status_id\":1} | name is missing"
            })
    void an_experiment_that_cannot_be_is_invalid(String body, String complaint) {
        post(422, body).isEnvelope("INVALID_PAYLOAD").says(complaint);

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void below_an_unknown_project_nothing_is_created() {
        edge.world.command(CreateExperiment.class, create -> {
            throw refusal(Refusal.UNKNOWN_PROJECT);
        });

        post(422, "{\"status_id\":1,\"name\":\"x\"}").isEnvelope("INVALID_PAYLOAD");
        edge.http()
                .post("/experiment/project/0")
                .body("{\"status_id\":1,\"name\":\"x\"}")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    @Covers("PATCH /experiment/{id}")
    void every_field_of_a_change_is_optional() {
        patch(200, "{}").hasBody("{\"message\":\"UPDATED\"}");
        patch(200, "{\"status_id\":null,\"name\":null,\"description\":\"\",\"end_date\":null}");
        patch(200, "{\"status_id\":3,\"name\":\"other\",\"end_date\":\"2026-03-04T18:30\"}");

        assertThat(edge.world.payloads(ChangeExperiment.class))
                .containsExactly(
                        new ChangeExperiment(SWEEP, null, null, null, null),
                        new ChangeExperiment(SWEEP, null, null, "", null),
                        new ChangeExperiment(
                                SWEEP, ExperimentStatus.FINISHED, "other", null, "2026-03-04T18:30:00.000"));
    }

    /** The zone of this server is nine hours ahead. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-23T13:07:27.104, 2026-06-23T13:07:27.104",
        "2026-06-23T13:07:27.5, 2026-06-23T13:07:27.500",
        "2026-06-23T13:07:27.123456789, 2026-06-23T13:07:27.123",
        "2026-06-23T13:07:27, 2026-06-23T13:07:27.000",
        "2026-06-23T13, 2026-06-23T13:00:00.000",
        "2026-06-23, 2026-06-23T00:00:00.000",
        "2026, 2026-01-01T00:00:00.000",
        "2026-06-23T23:07:27Z, 2026-06-24T08:07:27.000",
        "2026-06-23T13:07:27+02:00, 2026-06-23T20:07:27.000",
        "0001-01-01, 0001-01-01T00:00:00.000"
    })
    void dates_are_stored_locally_with_milliseconds(String sent, String stored) {
        patch(200, "{\"end_date\":\"" + sent + "\"}");

        assertThat(edge.world.payloads(ChangeExperiment.class).getFirst().endDate())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "\"2026-02-30\"",
                "\"2026-06-23 13:07:27\"",
                "\"2026-06-23T24:00\"",
                "\"2026-06-23T13:07:27.1234567890\"",
                "\"0001-01-01T00:00+14:00\"",
                "\"2026-06-23T13:07:27+99:00\"",
                "20260623",
                "{}"
            })
    void what_is_no_date_is_invalid(String value) {
        patch(422, "{\"end_date\":" + value + "}").isEnvelope("INVALID_PAYLOAD").says("end_date is not");

        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status_id\":0} | status_id is a number from 1 to 3",
                "{\"status_id\":4} | status_id is a number from 1 to 3",
                "{\"status_id\":9223372036854775808} | status_id is not an integer of 64 bits",
                "{\"status_id\":1.5} | status_id is not an integer",
                "{\"name\":\"\"} | name is empty",
                "{\"description\":false} | description is not a string"
            })
    void a_change_that_cannot_be_is_invalid(String body, String complaint) {
        patch(422, body).isEnvelope("INVALID_PAYLOAD").says(complaint);

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void changing_what_is_unknown_is_invalid() {
        edge.world.command(ChangeExperiment.class, change -> {
            throw refusal(Refusal.UNKNOWN_EXPERIMENT);
        });

        patch(422, "{}").isEnvelope("INVALID_PAYLOAD");
        edge.http().request("PATCH", "/experiment/0").body("{}").answers(422).isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    @Covers("DELETE /experiment/{id}")
    void an_experiment_is_deleted() {
        edge.http().delete("/experiment/4/").answers(200, "{\"message\":\"OK\"}");

        assertThat(edge.world.payloads(DeleteExperiment.class)).containsExactly(new DeleteExperiment(SWEEP));
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"UNKNOWN_EXPERIMENT", "REFERENCED_BY_MODEL_VERSION"})
    void an_experiment_that_is_not_there_or_needed_is_not_deleted(Refusal refusal) {
        edge.world.command(DeleteExperiment.class, delete -> {
            throw refusal(refusal);
        });

        boolean needed = refusal == Refusal.REFERENCED_BY_MODEL_VERSION;
        edge.http().delete("/experiment/4").answers(needed ? 409 : 404).isEnvelope(needed ? "CONFLICT" : "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "-9223372036854775808"})
    void a_project_that_cannot_be_is_as_empty_as_one_that_is_not_there(String number) {
        edge.world.query(FindExperimentsOfProject.class, Page.class, find -> {
            assertThat(find.project()).isEqualTo(new ProjectId(Long.MAX_VALUE));
            return new Page<>(List.of(), 0);
        });

        edge.http()
                .get("/experiment/project/" + number)
                .answers(200, "{\"data\":[],\"total\":0,\"limit\":50,\"offset\":0}");
    }
}
