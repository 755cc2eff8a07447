package io.daybook.server.crayon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.server.running.RunningServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ExperimentStories extends Stories {

    ExperimentStories(RunningServer server) {
        super(server);
    }

    @Test
    void a_new_experiment_is_listed_and_has_no_series() {
        String xp = fresh("new");

        crayon().creation(xp).answers(200, "ok").isPlainText();

        crayon().names().says("\"" + xp + "\"").hasHeader("Content-Type", "application/json;charset=utf-8");
        crayon().series(xp).hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "image/png"})
    void a_name_is_taken_whatever_its_content_type(String type) {
        String xp = fresh(type);

        crayon().creation(xp).header("Content-Type", type).answers(200, "ok");

        crayon().series(xp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "foo",
                "1",
                "null",
                "true",
                "{\"xp\":\"foo\"}",
                "[\"foo\"]",
                "\"\"",
                "'foo'",
                "\"foo",
                "\"a\" \"b\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"\\x\""
            })
    void a_name_that_is_not_a_json_string_is_refused(String body) {
        long before = head();

        http().post("/data").body(body).answers(400).isPlainText();

        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_name_in_use_is_refused_and_named() {
        String xp = experiment();
        crayon().log(xp, "loss", 1, 0, 0.5);

        crayon().creation(xp).answers(400).isPlainText().says(xp);

        crayon().scalars(xp, "loss").hasBody("[[1.0,0,0.5]]");
    }

    @Test
    void a_deleted_name_is_free_again_at_once() {
        String xp = experiment();
        crayon().log(xp, "loss", 1, 0, 0.5);

        http().delete("/data", "xp", xp).answers(200, "ok").isPlainText();

        http().get("/data", "xp", xp).answers(400).says(xp);
        assertThat(crayon().names().text()).doesNotContain("\"" + xp + "\"");
        crayon().create(xp).series(xp).hasBody("{\"scalars\":[],\"histograms\":[]}");
        http().get("/data/scalars", "xp", xp, "name", "loss").answers(400);
    }

    @Test
    void an_unknown_experiment_is_refused_and_named() {
        http().get("/data", "xp", "nobody").answers(400).isPlainText().says("nobody");
        http().delete("/data", "xp", "nobody").answers(400).isPlainText().says("nobody");
    }

    @Test
    void an_experiment_that_was_deleted_is_unknown() {
        String xp = experiment();
        crayon().delete(xp);

        http().delete("/data", "xp", xp).answers(400).says(xp);
        crayon().scalar(xp, "loss", "[1,0,0]").answers(400).says(xp);
    }

    @Test
    void an_empty_or_missing_name_is_refused() {
        http().get("/data", "xp", "").answers(400).isPlainText().says("xp");
        http().get("/data?xp").answers(400).isPlainText().says("xp");
        http().delete("/data", "xp", "").answers(400).isPlainText().says("xp");
        http().delete("/data").answers(400).isPlainText().says("xp");
    }

    @Test
    void series_are_named_in_order_of_first_appearance() {
        String xp = experiment();
        String values = "[1,0,[1]]";

        crayon().log(xp, "zeta", 1, 0, 0).log(xp, "alpha", 1, 0, 0).log(xp, "zeta", 1, 1, 0);
        crayon().histogram(xp, "mid", true, values).answers(200, "ok");
        crayon().histogram(xp, "alpha", true, values).answers(200, "ok");

        crayon().series(xp).hasBody("{\"scalars\":[\"zeta\",\"alpha\"],\"histograms\":[\"mid\",\"alpha\"]}");
    }

    /** Many begin at once, and none finds the project there. */
    @Test
    @Tag("ops-1.crayon.project")
    void all_experiments_belong_to_one_project_that_the_first_of_them_makes() {
        try (RunningServer own =
                server.another().with("daybook.crayon.project", "lab").start()) {
            IntStream.range(0, 8).parallel().forEach(i -> crayon(own).create("xp " + i));
            own.restart();
            crayon(own).create("later");

            List<LoggedEvent> projects = events(own, "ProjectCreated");
            assertThat(projects).hasSize(1);
            assertThat(new String(projects.getFirst().payload(), UTF_8)).contains("\"lab\"");
            assertThat(events(own, "ExperimentCreated"))
                    .hasSize(9)
                    .extracting(event -> event.metadata().get(Meta.PROJECT))
                    .containsOnly(projects.getFirst().metadata().get(Meta.PROJECT));
        }
    }

    private static List<LoggedEvent> events(RunningServer of, String type) {
        return new Domain(of)
                .events(0).stream().filter(event -> event.type().equals(type)).toList();
    }

    @Test
    void a_finished_experiment_is_readable_but_takes_no_more_points() {
        String xp = experiment();
        crayon().log(xp, "loss", 1, 0, 0.5);

        new Domain(server).finish(xp);

        assertThat(crayon().names().text()).doesNotContain("\"" + xp + "\"");
        crayon().scalar(xp, "loss", "[2,1,0.25]").answers(400).isPlainText().says("no more points");
        crayon().histogram(xp, "h", true, "[1,0,[1]]").answers(400).isPlainText();
        crayon().creation(xp).answers(400).says(xp);
        crayon().scalars(xp, "loss").hasBody("[[1.0,0,0.5]]");
        crayon().delete(xp);
    }
}
