package io.daybook.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sixteen at once, at what only one can have: the contract's answers, and what is read back agrees with them. */
abstract class RaceStories {

    private static final String POINT = "{\"key\":\"loss\",\"value\":1}";
    private static final int ROUNDS = 12;

    private final RunningServer server;

    RaceStories(RunningServer server) {
        this.server = server;
    }

    private TrackingClient client() {
        return new TrackingClient(server.http());
    }

    private List<Integer> statuses(String verb, String path, String body) throws Exception {
        return AtOnce.all(i -> client().send(verb, path, body.replace("{i}", String.valueOf(i)))
                .status());
    }

    private static void onlyOneSucceeds(List<Integer> statuses) {
        assertThat(statuses).hasSize(AtOnce.MANY).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    }

    private static List<JsonNode> having(JsonNode list, String field, String value) {
        return list.valueStream()
                .filter(item -> item.get(field).asString().equals(value))
                .toList();
    }

    @Test
    void one_of_many_gets_a_user_name() throws Exception {
        String name = "racer " + System.nanoTime();
        String body = "{\"first_name\":\"{i}\",\"last_name\":\"\",\"username\":\"" + name + "\",\"password\":\"p\"}";
        onlyOneSucceeds(statuses("POST", "/user", body));
        assertThat(having(client().get("/user"), "username", name)).hasSize(1);
    }

    @Test
    void one_of_many_gets_a_models_name() throws Exception {
        String list = "/model/project/" + client().project();
        onlyOneSucceeds(statuses("POST", list, "{\"name\":\"resnet\",\"description\":\"{i}\"}"));
        assertThat(client().column(list, "name")).containsExactly("resnet");
    }

    @Test
    void a_tag_is_put_on_something_once() throws Exception {
        String list = "/tag/experiment/" + client().experiment(client().project());
        onlyOneSucceeds(statuses("POST", list, "{\"value\":\"once " + list + "\"}"));
        assertThat(client().get(list).size()).isEqualTo(1);
    }

    @Test
    void a_tag_that_many_things_get_at_once_is_one_tag() throws Exception {
        long experiment = client().experiment(client().project());
        List<String> lists = Stream.generate(() -> "/tag/iteration/" + client().iteration(experiment))
                .limit(AtOnce.MANY)
                .toList();
        String body = "{\"value\":\"shared " + experiment + " " + System.nanoTime() + "\"}";
        assertThat(AtOnce.all(i -> client().send("POST", lists.get(i), body).status()))
                .containsOnly(201);
        assertThat(lists.stream().map(list -> client().get(list).toString()))
                .hasSize(AtOnce.MANY)
                .containsOnly(client().get(lists.getFirst()).toString());
    }

    @Test
    void at_most_one_version_is_in_production_at_any_moment() throws Exception {
        long project = client().project();
        long iteration = client().iteration(client().experiment(project));
        String list = "/modelversion/model/" + client().create("/model/project/" + project, "{\"name\":\"m\"}");
        List<Long> versions = Stream.generate(() -> client().create(list, "{\"iteration_id\":" + iteration + "}"))
                .limit(2)
                .toList();
        List<List<String>> seen = AtOnce.all(i -> promoted(list, versions.get(i % 2), i));
        assertThat(seen.stream().flatMap(List::stream))
                .allSatisfy(stages -> assertThat(stages).isIn("[3, 4]", "[4, 3]", "[3, 1]", "[1, 3]", "[1, 1]"));
        assertThat(client().column(list, "stage_id")).containsExactlyInAnyOrder("3", "4");
    }

    private List<String> promoted(String list, long version, int turn) {
        List<String> seen = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            if (turn % 4 < 2) client().patch("/modelversion/" + version, "{\"stage_id\":3}");
            else seen.add(client().column(list, "stage_id").toString());
        }
        return seen;
    }

    /** Fifteen log while one does something else, in the middle of it. Statuses of all that was logged. */
    private List<Integer> loggedWhile(long iteration, String verb, String path, String body) throws Exception {
        List<List<Integer>> answers = AtOnce.all(i -> {
            List<Integer> own = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                boolean other = i == 0 && round == ROUNDS / 2;
                if (other) client().send(verb, path, body).hasStatus(200);
                else
                    own.add(client().send("POST", "/metric/iteration/" + iteration, POINT)
                            .status());
            }
            return own;
        });
        return answers.stream().flatMap(List::stream).toList();
    }

    @Test
    void an_iteration_that_ends_keeps_exactly_what_was_acknowledged() throws Exception {
        long iteration = client().iteration(client().experiment(client().project()));
        String end = "{\"end_date\":\"2026-02-11\",\"status_id\":2}";
        List<Integer> statuses = loggedWhile(iteration, "PATCH", "/iteration/" + iteration, end);

        assertThat(statuses).contains(422).isSubsetOf(201, 422);
        String list = "/metric/iteration/" + iteration;
        int kept = client().get(list).get("total").asInt();
        assertThat(kept).isEqualTo(Collections.frequency(statuses, 201));
        Set<String> steps = Set.copyOf(client().column(list + "?limit=200", "step"));
        assertThat(steps).hasSize(kept);
        client().refused("POST", list, POINT, 422, "INVALID_PAYLOAD");
    }

    @Test
    void an_experiment_that_is_deleted_takes_what_is_being_logged_with_it() throws Exception {
        long experiment = client().experiment(client().project());
        long iteration = client().iteration(experiment);
        List<Integer> statuses = loggedWhile(iteration, "DELETE", "/experiment/" + experiment, "");

        assertThat(statuses).contains(422).isSubsetOf(201, 422);
        client().refused("GET", "/iteration/" + iteration, "", 404, "NOT_FOUND");
        client().refused("GET", "/metric/" + (iteration << 27), "", 404, "NOT_FOUND");
        Response list = client().send("GET", "/metric/iteration/" + iteration, "");
        assertThat(list.text()).startsWith("{\"data\":[],\"total\":0,");
    }
}
