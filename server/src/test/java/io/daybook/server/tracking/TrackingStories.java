package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Covers;
import org.junit.jupiter.api.Test;

/** What a project goes through: it is filled, read, corrected, promoted and taken away. */
abstract class TrackingStories {

    private static final String INVALID = "INVALID_PAYLOAD";

    private final RunningServer server;

    TrackingStories(RunningServer server) {
        this.server = server;
    }

    private TrackingClient client() {
        return new TrackingClient(server.http());
    }

    @Test
    @Covers({"POST /metric/iteration/{iteration_id}", "GET /metric/iteration/{iteration_id}"})
    void metrics_are_numbered_by_key_and_listed_by_step() {
        long iteration = client().iteration(client().experiment(client().project()));
        long first = client().metric(iteration, "{\"key\":\"loss\",\"value\":1}");
        client().metric(iteration, "{\"key\":\"loss\",\"value\":0.5,\"step\":null}");
        client().metric(iteration, "{\"key\":\"acc\",\"value\":NaN}");

        String page = "/metric/iteration/" + iteration;
        assertThat(first).isEqualTo(iteration << 27);
        assertThat(client().column(page, "key")).containsExactly("loss", "acc", "loss");
        assertThat(client().column(page, "value")).containsExactly("1.0", "NaN", "0.5");
        assertThat(client().column(page, "step")).containsExactly("0", "0", "1");
    }

    @Test
    @Covers({"GET /metric/{id}", "PATCH /metric/{id}", "DELETE /metric/{id}"})
    void a_corrected_metric_is_read_as_corrected_and_a_deleted_one_not_at_all() {
        long iteration = client().iteration(client().experiment(client().project()));
        long metric = client().metric(iteration, "{\"key\":\"loss\",\"value\":1}");
        client().metric(iteration, "{\"key\":\"loss\",\"value\":2}");

        client().patch("/metric/" + metric, "{\"value\":9.5,\"step\":7}");
        assertThat(client().get("/metric/" + metric).get("value").asDouble()).isEqualTo(9.5);
        client().delete("/metric/" + metric);
        client().refused("GET", "/metric/" + metric, "", 404, "NOT_FOUND");
        client().refused("PATCH", "/metric/" + metric, "{\"value\":1}", 422, INVALID);
        assertThat(client().get("/metric/iteration/" + iteration).get("total").asInt())
                .isEqualTo(1);
        client().metric(iteration, "{\"key\":\"loss\",\"value\":3}");
        assertThat(client().column("/metric/iteration/" + iteration, "step")).containsExactly("1", "2");
    }

    @Test
    @Covers("PATCH /iteration/{id}")
    void an_ended_iteration_takes_nothing_more() {
        long iteration = client().iteration(client().experiment(client().project()));
        client().patch("/iteration/" + iteration, "{\"end_date\":\"2026-02-11T10:00\",\"status_id\":2}");

        client().refused("PATCH", "/iteration/" + iteration, "{\"notes\":\"late\"}", 422, INVALID);
        client().refused("POST", "/metric/iteration/" + iteration, "{\"key\":\"k\",\"value\":1}", 422, INVALID);
        client().refused("POST", "/tag/iteration/" + iteration, "{\"value\":\"late\"}", 422, INVALID);
        assertThat(client().get("/iteration/" + iteration).get("end_date").asString())
                .isEqualTo("2026-02-11T10:00:00.000");
    }

    @Test
    @Covers({
        "POST /model/project/{project_id}",
        "POST /modelversion/model/{model_id}",
        "PATCH /modelversion/{id}",
        "GET /modelversion/model/{model_id}",
        "DELETE /model/{id}"
    })
    void one_version_is_in_production_and_what_it_points_at_stays() {
        long project = client().project();
        long experiment = client().experiment(project);
        long iteration = client().iteration(experiment);
        long model = client().create("/model/project/" + project, "{\"name\":\"resnet\"}");
        String body = "{\"iteration_id\":" + iteration + "}";
        long first = client().create("/modelversion/model/" + model, body);
        long second = client().create("/modelversion/model/" + model, body);

        client().patch("/modelversion/" + first, "{\"stage_id\":3}");
        client().patch("/modelversion/" + second, "{\"stage_id\":3}");
        assertThat(client().column("/modelversion/model/" + model, "stage_id")).containsExactly("4", "3");
        client().refused("DELETE", "/iteration/" + iteration, "", 409, "CONFLICT");
        client().refused("DELETE", "/experiment/" + experiment, "", 409, "CONFLICT");
        client().delete("/model/" + model);
        client().delete("/experiment/" + experiment);
        client().refused("GET", "/iteration/" + iteration, "", 404, "NOT_FOUND");
    }

    @Test
    void a_deleted_project_takes_everything_below_it_away() {
        long project = client().project();
        long experiment = client().experiment(project);
        long iteration = client().iteration(experiment);
        long parameter = client().create("/parameter/iteration/" + iteration, "{\"key\":\"lr\",\"value\":\"0.1\"}");
        long metric = client().metric(iteration, "{\"key\":\"loss\",\"value\":1}");
        client().create("/tag/project/" + project, "{\"value\":\"gone " + project + "\"}");

        client().delete("/project/" + project);
        for (String gone : new String[] {
            "/project/" + project,
            "/experiment/" + experiment,
            "/iteration/" + iteration,
            "/parameter/" + parameter,
            "/metric/" + metric
        }) {
            client().refused("GET", gone, "", 404, "NOT_FOUND");
        }
        client().refused("POST", "/metric/iteration/" + iteration, "{\"key\":\"k\",\"value\":1}", 422, INVALID);
    }

    @Test
    void what_is_logged_by_one_door_is_seen_through_the_other() {
        String name = "doors " + System.nanoTime();
        server.http().post("/data").body("\"" + name + "\"").answers(200, "ok");
        server.http()
                .post("/data/scalars", "xp", name, "name", "loss")
                .body("[1771500000.5, 3, 0.25]")
                .answers(200, "ok");
        long experiment = client().get("/experiment/project/" + crayonProject() + "?limit=200")
                .get("data")
                .valueStream()
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
        String iteration =
                client().column("/iteration/experiment/" + experiment, "id").getFirst();

        client().metric(Long.parseLong(iteration), "{\"key\":\"loss\",\"value\":0.125}");
        assertThat(client().column("/metric/iteration/" + iteration, "step")).containsExactly("3", "4");
        server.http()
                .get("/data/scalars", "xp", name, "name", "loss")
                .answers(200)
                .says("[1.7715000005E9,3,0.25]")
                .says(",4,0.125]");
    }

    private long crayonProject() {
        return client().get("/project/")
                .valueStream()
                .filter(item -> item.get("name").asString().equals("crayon"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
    }
}
