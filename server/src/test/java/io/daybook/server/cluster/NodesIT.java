package io.daybook.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.daybook.server.running.Deadline;
import io.daybook.server.tracking.AtOnce;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three nodes, and whoever writes to one of them and reads from another. */
@SuppressWarnings("NullAway.Init") // filled before the first test
class NodesIT {

    private static final int ROUNDS = 20;
    private static final String POINT = "{\"key\":\"loss\",\"value\":1}";
    private static final String READY = "/actuator/health/readiness";

    @TempDir
    static Path folder;

    private static Cluster cluster;

    private long project;
    private long experiment;

    @BeforeAll
    static void start() throws IOException {
        cluster = Cluster.of(3, folder);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @BeforeEach
    void begin() {
        project = cluster.client(0).project();
        experiment = cluster.client(1).experiment(project);
    }

    @Test
    @Tag("ops-1.event-store.axon-server")
    void what_is_written_through_one_node_is_there_in_the_next() {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long iteration = cluster.client(i).iteration(experiment);
            made.add(iteration);
            cluster.client(i + 1).metric(iteration, POINT);

            assertThat(cluster.client(i + 2).column("/metric/iteration/" + iteration, "step"))
                    .containsExactly("0");
        }
        assertThat(cluster.client(0).column("/iteration/experiment/" + experiment + "?limit=100", "id"))
                .containsExactlyElementsOf(
                        made.stream().sorted().map(String::valueOf).toList());
    }

    @Test
    @Tag("ops-2.position.nodes")
    void a_write_names_a_position_by_which_another_node_can_be_asked() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            Response written = cluster.client(i)
                    .send(
                            "POST",
                            "/iteration/experiment/" + experiment,
                            "{\"start_date\":\"2026-01-01\",\"status_id\":1}");
            String id = written.hasStatus(201).text().replaceAll("\\D", "");
            String position = String.valueOf(written.header("Daybook-Position"));

            Response read = cluster.client(i + 1).after(position, "/iteration/" + id);
            assertThat(read.hasStatus(200).header("Daybook-Position"))
                    .satisfies(reached -> assertThat(Long.parseLong(String.valueOf(reached)))
                            .isGreaterThanOrEqualTo(Long.parseLong(position)));
            JsonNode event = cluster.client(i + 2).get("/audit/events/" + position);
            assertThat(event.get("type").asString()).isEqualTo("IterationCreated");
        }
    }

    /** Each loses many races: what two decide on the same state, only one can append. */
    @Test
    void sixteen_who_log_to_one_iteration_through_all_nodes_lose_nothing() throws Exception {
        long iteration = cluster.client(0).iteration(experiment);
        List<List<Integer>> statuses = AtOnce.all(i -> IntStream.range(0, 10)
                .mapToObj(round -> cluster.client(i + round)
                        .send("POST", "/metric/iteration/" + iteration, POINT)
                        .status())
                .toList());

        assertThat(statuses.stream().flatMap(List::stream)).hasSize(160).containsOnly(201);
        JsonNode points = cluster.client(1).get("/series/iteration/" + iteration + "/scalars?key=loss");
        assertThat(points.get("step").valueStream().map(JsonNode::asInt))
                .containsExactlyElementsOf(IntStream.range(0, 160).boxed().toList());
    }

    @Test
    void a_name_that_is_wanted_through_all_nodes_is_given_once() throws Exception {
        String list = "/model/project/" + project;
        List<Integer> statuses = AtOnce.all(i -> cluster.client(i)
                .send("POST", list, "{\"name\":\"resnet\",\"description\":\"" + i + "\"}")
                .status());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(cluster.client(2).column(list, "name")).containsExactly("resnet");
    }

    @Test
    void what_is_revoked_at_one_node_is_revoked_at_all() throws IOException {
        String name = "reader " + project;
        long user = cluster.client(0)
                .create(
                        "/user",
                        "{\"first_name\":\"A\",\"last_name\":\"\",\"username\":\"%s\",\"password\":\"p\"}"
                                .formatted(name));
        String bearer = cluster.bearer(name, "p");
        String rights = "{\"create_permission\":false,\"read_permission\":true,"
                + "\"update_permission\":false,\"delete_permission\":false}";
        for (int round = 0; round < 6; round++) {
            long row = cluster.client(round).create("/userpermission/user/" + user + "/project/" + project, rights);
            for (int node = 0; node < cluster.size(); node++) readable(bearer, node, 200);
            cluster.client(round + 1).delete("/userpermission/" + row);
            for (int node = 0; node < cluster.size(); node++) readable(bearer, node, 403);
        }
        cluster.client(1).delete("/user/" + user);
        for (int node = 0; node < cluster.size(); node++) readable(bearer, node, 401);
    }

    private void readable(String bearer, int node, int status) {
        cluster.stranger(node).as(bearer).get("/project/" + project).answers(status);
    }

    @Test
    @Tag("ops-2.key.nodes")
    void an_idempotency_key_is_known_to_all_nodes() throws Exception {
        long iteration = cluster.client(0).iteration(experiment);
        String first = keyed(iteration, 0, "once");
        for (int node = 0; node < cluster.size(); node++)
            assertThat(keyed(iteration, node, "once")).isEqualTo(first);
        Set<String> together = new HashSet<>(AtOnce.all(i -> keyed(iteration, i, "together")));

        assertThat(together).hasSize(1).doesNotContain(first);
        assertThat(cluster.client(1)
                        .get("/metric/iteration/" + iteration)
                        .get("total")
                        .asInt())
                .isEqualTo(2);
    }

    private static String keyed(long iteration, int node, String key) {
        return cluster.node(node)
                .post("/metric/iteration/" + iteration)
                .header("Idempotency-Key", key)
                .body(POINT)
                .answers(201)
                .text();
    }

    @Test
    void all_nodes_have_the_same_log_and_each_can_prove_it() {
        cluster.client(0).iteration(experiment);

        Set<String> heads = IntStream.range(0, cluster.size())
                .mapToObj(node ->
                        cluster.node(node).get("/audit/head").answers(200).text())
                .collect(Collectors.toSet());
        assertThat(heads).hasSize(1);
        cluster.node(1)
                .get("/actuator/prometheus")
                .answers(200)
                .says("daybook_log_refresh_seconds_count{outcome=\"done\"");
        for (int node = 0; node < cluster.size(); node++) {
            assertThat(cluster.client(node).get("/audit/verify").get("verified").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void a_node_that_was_killed_misses_nothing_and_the_others_go_on() throws Exception {
        long iteration = cluster.client(0).iteration(experiment);
        cluster.kill(2);
        for (int i = 0; i < ROUNDS; i++) cluster.client(i % 2).metric(iteration, POINT);
        cluster.restart(2);

        assertThat(total(cluster.client(2), iteration)).isEqualTo(ROUNDS);
        cluster.client(2).metric(iteration, POINT);
        assertThat(total(cluster.client(0), iteration)).isEqualTo(ROUNDS + 1);
    }

    private static int total(TrackingClient client, long iteration) {
        return client.get("/metric/iteration/" + iteration).get("total").asInt();
    }

    @Test
    void while_the_store_is_away_nothing_is_acknowledged_and_then_all_nodes_heal() throws Exception {
        assumeFalse(cluster.hasRealStore());
        long iteration = cluster.client(0).iteration(experiment);
        String list = "/metric/iteration/" + iteration;
        cluster.client(0).metric(iteration, POINT);
        assertThat(total(cluster.client(1), iteration)).isEqualTo(1);

        cluster.killStore();
        for (int node = 0; node < cluster.size(); node++) {
            cluster.client(node).refused("POST", list, POINT, 503, "STORE_UNAVAILABLE");
            cluster.client(node).refused("GET", list, "", 503, "STORE_UNAVAILABLE");
            until(cluster.stranger(node), 503);
        }
        cluster.node(1).get(list + "?consistency=eventual").answers(200);
        cluster.node(1).get("/ops/views").answers(200);

        cluster.restartStore();
        for (int node = 0; node < cluster.size(); node++) until(cluster.stranger(node), 200);
        for (int node = 0; node < cluster.size(); node++) cluster.client(node).metric(iteration, POINT);
        assertThat(cluster.client(1).column(list, "step")).containsExactly("0", "1", "2", "3");
    }

    private static void until(HttpCaller node, int readiness) throws Exception {
        Deadline.until("readiness is " + readiness, () -> node.get(READY).send().status() == readiness);
    }
}
