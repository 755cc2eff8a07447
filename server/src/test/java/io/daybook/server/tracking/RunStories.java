package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Covers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a run logs, and what is read of it; what becomes of models and their versions. */
abstract class RunStories {

    private final RunningServer server;

    RunStories(RunningServer server) {
        this.server = server;
    }

    private TrackingClient client() {
        return new TrackingClient(server.http());
    }

    private long iteration() {
        return client().iteration(client().experiment(client().project()));
    }

    @Test
    @Covers({
        "GET /iteration/{id}",
        "GET /iteration/experiment/{experiment_id}",
        "GET /iteration/{id}/children",
        "POST /iteration/experiment/{experiment_id}",
        "DELETE /iteration/{id}"
    })
    void children_outlive_the_iteration_that_drove_them() {
        long experiment = client().experiment(client().project());
        long driver = client().iteration(experiment);
        long child = client().create("/iteration/experiment/" + experiment + "?parent_iteration_id=" + driver, "");

        assertThat(client().get("/iteration/" + driver + "/children")
                        .get(0)
                        .get("id")
                        .asLong())
                .isEqualTo(child);
        assertThat(client().column("/iteration/experiment/" + experiment, "id"))
                .containsExactly(String.valueOf(driver), String.valueOf(child));
        client().delete("/iteration/" + driver);
        JsonNode orphan = client().get("/iteration/" + child);
        assertThat(orphan.get("parent_iteration_id").isNull()).isTrue();
        assertThat(orphan.size()).isEqualTo(14);
    }

    @Test
    @Covers("POST /iteration/{id}/snapshot")
    void an_environment_comes_back_as_it_was_even_when_it_is_recorded_late() {
        long iteration = iteration();
        client().patch("/iteration/" + iteration, "{\"end_date\":\"2026-02-11\"}");
        String body = "{\"julia_version\":\"1.11.5\",\"git_sha\":\"5f0c\",\"git_dirty\":true,\"entrypoint\":\"fit.jl\","
                + "\"project_toml\":\"[deps]\\n\\té🎉\",\"manifest_toml\":\"\"}";

        client().send("POST", "/iteration/" + iteration + "/snapshot", body).hasBody("{\"message\":\"UPDATED\"}");
        JsonNode read = client().get("/iteration/" + iteration);
        assertThat(read.get("project_toml").asString()).isEqualTo("[deps]\n\té🎉");
        assertThat(read.get("git_dirty").asBoolean()).isTrue();
        assertThat(read.get("manifest_toml").asString()).isEmpty();
    }

    @Test
    @Covers({
        "POST /parameter/iteration/{iteration_id}",
        "GET /parameter/{id}",
        "GET /parameter/iteration/{iteration_id}",
        "PATCH /parameter/{id}",
        "DELETE /parameter/{id}"
    })
    void parameters_are_texts_that_can_be_corrected() {
        long iteration = iteration();
        String list = "/parameter/iteration/" + iteration;
        long rate = client().create(list, "{\"key\":\"lr\",\"value\":\"0.1\"}");
        long again = client().create(list, "{\"key\":\"lr\",\"value\":\"0.2\"}");

        client().patch("/parameter/" + rate, "{\"value\":\"0.3\",\"key\":null}");
        assertThat(client().get("/parameter/" + rate).toString())
                .isEqualTo("{\"id\":" + rate + ",\"iteration_id\":" + iteration + ",\"key\":\"lr\",\"value\":\"0.3\"}");
        assertThat(client().column(list, "value")).containsExactly("0.3", "0.2");
        client().delete("/parameter/" + again);
        assertThat(client().column(list, "value")).containsExactly("0.3");
        client().refused("GET", "/parameter/" + again, "", 404, "NOT_FOUND");
    }

    @Test
    @Covers("POST /metric/iteration/{iteration_id}/batch")
    void a_batch_keeps_its_order_and_its_repetitions_or_nothing_of_it() {
        String list = "/metric/iteration/" + iteration();
        String metrics =
                "{\"metrics\":[{\"key\":\"b\",\"value\":1},{\"key\":\"a\",\"value\":2},{\"key\":\"b\",\"value\":3}]}";
        String ids =
                client().send("POST", list + "/batch", metrics).hasStatus(201).text();
        long first = Long.parseLong(ids.replaceAll("\\D*(\\d+).*", "$1"));

        assertThat(ids).isEqualTo("{\"metric_ids\":[" + first + "," + (first + 1) + "," + (first + 2) + "]}");
        assertThat(client().column(list, "key")).containsExactly("b", "a", "b");
        assertThat(client().column(list, "step")).containsExactly("0", "0", "1");
        client().refused("POST", list + "/batch", metrics.replace("\"a\"", "\"\""), 422, "INVALID_PAYLOAD");
        assertThat(client().get(list).get("total").asInt()).isEqualTo(3);
    }

    @Test
    @Covers({"GET /model/{id}", "GET /model/project/{project_id}", "PATCH /model/{id}"})
    void a_model_is_renamed_to_what_is_free() {
        String list = "/model/project/" + client().project();
        long resnet = client().create(list, "{\"name\":\"resnet\",\"description\":\"deep\"}");
        client().create(list, "{\"name\":\"vgg\"}");

        client().refused("POST", list, "{\"name\":\"vgg\"}", 409, "CONFLICT");
        client().refused("PATCH", "/model/" + resnet, "{\"name\":\"vgg\"}", 409, "CONFLICT");
        assertThat(client().get("/model/" + resnet).get("updated_date").isNull())
                .isTrue();
        client().patch("/model/" + resnet, "{\"name\":\"alexnet\"}");
        assertThat(client().get("/model/" + resnet).get("description").asString())
                .isEqualTo("deep");
        assertThat(client().column(list, "name")).containsExactly("alexnet", "vgg");
        client().create(list, "{\"name\":\"resnet\"}");
    }

    @Test
    @Covers({"GET /modelversion/{id}", "DELETE /modelversion/{id}"})
    void a_deleted_version_lets_go_of_its_iteration_and_its_number_is_gone() {
        long project = client().project();
        long iteration = client().iteration(client().experiment(project));
        long model = client().create("/model/project/" + project, "{\"name\":\"resnet\"}");
        String body = "{\"iteration_id\":" + iteration + "}";
        long version = client().create("/modelversion/model/" + model, body);

        assertThat(client().get("/modelversion/" + version).get("version").asInt())
                .isEqualTo(1);
        client().delete("/modelversion/" + version);
        client().refused("GET", "/modelversion/" + version, "", 404, "NOT_FOUND");
        long next = client().create("/modelversion/model/" + model, body);
        assertThat(client().get("/modelversion/" + next).get("version").asInt()).isEqualTo(2);
    }

    @Test
    @Covers("GET /user")
    void users_are_listed_by_their_numbers_and_without_passwords() {
        JsonNode users = client().get("/user/");
        assertThat(users.get(0).get("username").asString()).isEqualTo("default");
        assertThat(users.toString()).doesNotContain("password", "$2");
    }
}
