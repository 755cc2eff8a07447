package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server is stopped, or loses its views: what the tracking API answers is the same to the last byte. */
abstract class LostViewStories {

    private final RunningServer own;
    private Map<String, String> before = Map.of();

    LostViewStories(RunningServer server) {
        own = server.another();
    }

    @BeforeEach
    void begin() {
        own.start();
        fill(new TrackingClient(own.http()));
        before = everything();
        assertThat(before).hasSizeGreaterThan(30);
    }

    @AfterEach
    void end() {
        own.close();
    }

    private static void fill(TrackingClient client) {
        client.create("/user", "{\"first_name\":\"A\",\"last_name\":\"\",\"username\":\"a\",\"password\":\"p\"}");
        long project = client.project();
        client.patch("/project/" + client.project(), "{\"name\":\"other\",\"description\":\"é🎉\"}");
        client.delete("/project/" + client.project());
        long experiment = client.experiment(project);
        long iteration = client.iteration(experiment);
        client.create("/iteration/experiment/" + experiment + "?parent_iteration_id=" + iteration, "");
        client.create("/parameter/iteration/" + iteration, "{\"key\":\"lr\",\"value\":\"0.1\"}");
        client.metric(iteration, "{\"key\":\"loss\",\"value\":NaN}");
        long metric = client.metric(iteration, "{\"key\":\"loss\",\"value\":1}");
        client.patch("/metric/" + client.metric(iteration, "{\"key\":\"loss\",\"value\":2}"), "{\"step\":9}");
        client.delete("/metric/" + metric);
        for (String bearer :
                new String[] {"project/" + project, "experiment/" + experiment, "iteration/" + iteration}) {
            client.create("/tag/" + bearer, "{\"value\":\"baseline\"}");
        }
        long model = client.create("/model/project/" + project, "{\"name\":\"resnet\"}");
        for (int stage = 3; stage >= 2; stage--) {
            long version = client.create("/modelversion/model/" + model, "{\"iteration_id\":" + iteration + "}");
            client.patch("/modelversion/" + version, "{\"stage_id\":" + stage + "}");
        }
        client.patch("/iteration/" + iteration, "{\"end_date\":\"2026-02-11\",\"status_id\":2,\"notes\":\"done\"}");
        client.patch("/experiment/" + experiment, "{\"end_date\":\"2026-02-12\",\"status_id\":3}");
    }

    /** What every GET answers, from the list of projects down. */
    private Map<String, String> everything() {
        Map<String, String> answers = new TreeMap<>();
        for (JsonNode user : read(answers, "/user")) read(answers, "/user/" + id(user) + "/permissions");
        for (JsonNode project : read(answers, "/project")) project(answers, id(project));
        return answers;
    }

    private void project(Map<String, String> answers, String id) {
        read(answers, "/project/" + id);
        read(answers, "/project/" + id + "/members");
        read(answers, "/tag/project/" + id).forEach(tag -> read(answers, "/tag/" + id(tag)));
        for (JsonNode model : page(answers, "/model/project/" + id)) {
            read(answers, "/model/" + id(model));
            page(answers, "/modelversion/model/" + id(model))
                    .forEach(version -> read(answers, "/modelversion/" + id(version)));
        }
        for (JsonNode experiment : page(answers, "/experiment/project/" + id)) {
            read(answers, "/experiment/" + id(experiment));
            read(answers, "/tag/experiment/" + id(experiment));
            page(answers, "/iteration/experiment/" + id(experiment)).forEach(run -> iteration(answers, id(run)));
        }
    }

    private void iteration(Map<String, String> answers, String id) {
        read(answers, "/iteration/" + id);
        read(answers, "/iteration/" + id + "/children");
        read(answers, "/tag/iteration/" + id);
        page(answers, "/parameter/iteration/" + id).forEach(one -> read(answers, "/parameter/" + id(one)));
        page(answers, "/metric/iteration/" + id).forEach(one -> read(answers, "/metric/" + id(one)));
        page(answers, "/metric/iteration/" + id + "?limit=1&offset=1");
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    private JsonNode page(Map<String, String> answers, String path) {
        return read(answers, path).get("data");
    }

    private JsonNode read(Map<String, String> answers, String path) {
        TrackingClient client = new TrackingClient(own.http());
        answers.put(path, client.request("GET", path).answers(200).text());
        return client.get(path);
    }

    @Test
    void a_restart_changes_no_answer() {
        own.restart();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @Tag("ops-6.views")
    void views_that_are_lost_come_back_as_they_were_and_go_on() {
        own.stop();
        own.dropViews();
        own.start();

        assertThat(everything()).isEqualTo(before);
        long more = new TrackingClient(own.http()).project();
        assertThat(before).doesNotContainKey("/project/" + more);
        assertThat(everything()).containsKey("/project/" + more);
    }
}
