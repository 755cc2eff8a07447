package io.daybook.http.crayon;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.crayon.CrayonView.SeriesNames;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentsTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.command(CreateCrayonExperiment.class, create -> create.experimentId());
        edge.world.command(DeleteCrayonExperiment.class, delete -> "deleted");
        edge.world.query(FindCrayonProject.class, Boolean.class, find -> true);
        edge.world.query(FindCrayonNames.class, Names.class, find -> new Names(List.of("a b", "é\n\"")));
        edge.world.query(
                FindCrayonSeries.class, SeriesNames.class, find -> new SeriesNames(List.of("loss"), List.of()));
    }

    @Test
    void lists_the_names_of_the_running_experiments() {
        edge.http()
                .get("/data")
                .answers(200, "[\"a b\",\"é\\n\\\"\"]")
                .hasHeader("Content-Type", "application/json;charset=utf-8")
                .hasHeader("Daybook-Position", "40");
    }

    @Test
    void lists_nothing_as_an_empty_array() {
        edge.world.query(FindCrayonNames.class, Names.class, find -> new Names(List.of()));

        edge.http().get("/data").answers(200, "[]");
    }

    @Test
    void names_the_series_of_an_experiment() {
        edge.http().get("/data", "xp", "foo").answers(200, "{\"scalars\":[\"loss\"],\"histograms\":[]}");

        assertThat(edge.world.payloads(FindCrayonSeries.class))
                .containsExactly(new FindCrayonSeries(new CrayonName("foo")));
    }

    @Test
    void does_not_know_the_series_of_an_unknown_experiment() {
        edge.world.query(FindCrayonSeries.class, SeriesNames.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_EXPERIMENT);
        });

        edge.http()
                .get("/data", "xp", "foo")
                .answers(400, "it is UNKNOWN_EXPERIMENT")
                .isPlainText();
    }

    @Test
    void refuses_an_empty_name() {
        edge.http()
                .get("/data", "xp", "")
                .answers(400, "the parameter xp is empty")
                .isPlainText();
        edge.http().get("/data?xp").answers(400, "the parameter xp is empty");
        edge.http().delete("/data", "xp", "").answers(400, "the parameter xp is empty");
        edge.http().delete("/data").answers(400, "the parameter xp is missing");
    }

    @Test
    void creates_an_experiment_under_ids_of_its_own() {
        Response answer = edge.http().post("/data").body("\"my \\u00e9xp\"").answers(200, "ok");

        answer.isPlainText().hasHeader("Daybook-Position", edge.world.position());

        CreateCrayonExperiment created =
                edge.world.payloads(CreateCrayonExperiment.class).getFirst();
        assertThat(created.name()).isEqualTo(new CrayonName("my éxp"));
        assertThat(created.experimentId().value()).isGreaterThan(100);
        assertThat(created.iterationId().value()).isGreaterThan(100);
        assertThat(created.projectName()).isEqualTo("crayon");
        assertThat(created.createdDate()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    }

    @Test
    void leases_a_project_id_only_while_there_is_no_project() {
        edge.http().post("/data").body("\"one\"").answers(200);
        assertThat(edge.world.payloads(LeaseIds.class)).noneMatch(lease -> lease.sequence() == SequenceName.PROJECT);

        edge.world.query(FindCrayonProject.class, Boolean.class, find -> false);
        edge.http().post("/data").body("\"two\"").answers(200);
        assertThat(edge.world.payloads(LeaseIds.class)).anyMatch(lease -> lease.sequence() == SequenceName.PROJECT);
        assertThat(edge.world.payloads(CreateCrayonExperiment.class).getLast().freshProject())
                .isNotEqualTo(new ProjectId(1));
    }

    @Test
    void says_who_did_it_through_which_door() {
        edge.http().post("/data").header("X-Request-Id", "r-1").body("\"foo\"").answers(200);

        assertThat(edge.world.sent(CreateCrayonExperiment.class).getFirst().getMetaData())
                .containsEntry(Meta.ACTOR, "1")
                .containsEntry(Meta.VIA, "crayon")
                .containsEntry(Meta.REQUEST_IDS, "r-1")
                .doesNotContainKeys(Meta.KEYED, Meta.IDEMPOTENCY_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "{\"name\":\"foo\"}", "[\"foo\"]", "true", ""})
    void refuses_a_name_that_is_no_string(String body) {
        edge.http()
                .post("/data")
                .body(body)
                .answers(400, "the body is not a JSON string")
                .isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "\"foo", "\"foo\" 1", "\"a\\u0000b\"", "\"\\ud800\"", "\"\""})
    void refuses_a_name_that_is_not_json_or_not_text(String body) {
        edge.http().post("/data").body(body).answers(400).isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_name_that_is_in_use() {
        edge.world.command(CreateCrayonExperiment.class, create -> {
            throw refusal(Refusal.EXPERIMENT_NAME_TAKEN);
        });

        edge.http()
                .post("/data")
                .body("\"foo\"")
                .answers(400, "it is EXPERIMENT_NAME_TAKEN")
                .isPlainText();
    }

    @Test
    void deletes_an_experiment_whatever_it_is_called() {
        edge.http().delete("/data", "xp", "../a/😀 &=+\"").answers(200, "ok").hasHeader("Daybook-Position", "41");

        assertThat(edge.world.payloads(DeleteCrayonExperiment.class))
                .containsExactly(new DeleteCrayonExperiment(new CrayonName("../a/😀 &=+\"")));
    }

    @Test
    void does_not_delete_what_it_does_not_know() {
        edge.world.command(DeleteCrayonExperiment.class, delete -> {
            throw refusal(Refusal.UNKNOWN_EXPERIMENT);
        });

        edge.http()
                .delete("/data", "xp", "foo")
                .answers(400, "it is UNKNOWN_EXPERIMENT")
                .isPlainText();
    }

    @Test
    void reads_no_parameters_from_a_form() {
        edge.http()
                .delete("/data")
                .body("application/x-www-form-urlencoded", "xp=foo".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .answers(400, "the parameter xp is missing");
    }
}
