package io.daybook.server.series;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Columns in, columns out; and the same points through the other doors. */
abstract class SeriesStories {

    private final RunningServer server;
    private long iteration;

    SeriesStories(RunningServer server) {
        this.server = server;
    }

    private HttpCaller http() {
        return server.http();
    }

    private static JsonNode json(Response response) {
        return JsonMapper.shared().readTree(response.bytes());
    }

    private long created(String path, String body) {
        return json(http().post(path).body(body).answers(201)).iterator().next().asLong();
    }

    @BeforeEach
    void an_iteration() {
        long project = created("/project", "{\"name\":\"p\"}");
        long experiment = created("/experiment/project/" + project, "{\"name\":\"e\",\"status_id\":1}");
        iteration = created("/iteration/experiment/" + experiment, "");
    }

    private Response log(String series, int status) {
        return http().post("/series/iteration/" + iteration + "/scalars")
                .body("{\"series\":[" + series + "]}")
                .answers(status);
    }

    private Response scalars(String... parameters) {
        return http().get("/series/iteration/" + iteration + "/scalars", parameters)
                .answers(200);
    }

    @Test
    void columns_come_back_bit_for_bit() {
        JsonNode answer = json(log(
                "{\"key\":\"loss\",\"value\":[0.1,NaN,\"-Infinity\",1e-320],\"step\":[5,6,7,-8],"
                        + "\"wall_time\":[1.5,2.5,3.5,1771500000.123456]}",
                201));
        assertThat(answer.get("points").asInt()).isEqualTo(4);
        assertThat(answer.size()).isEqualTo(2);

        assertThat(scalars("key", "loss").text())
                .isEqualTo("{\"key\":\"loss\",\"count\":4,\"returned\":4,\"thinned\":false,\"step\":[5,6,7,-8],"
                        + "\"wall_time\":[1.5,2.5,3.5,1.771500000123456E9],"
                        + "\"value\":[0.1,\"NaN\",\"-Infinity\",1.0E-320]}");
    }

    @Test
    void steps_that_are_left_out_follow_the_highest_one_of_their_key() {
        log("{\"key\":\"a\",\"value\":[1,2]},{\"key\":\"b\",\"value\":[3],\"step\":[7]}", 201);
        log("{\"key\":\"b\",\"value\":[4,5]},{\"key\":\"a\",\"value\":[6]}", 201);

        assertThat(json(scalars("key", "a")).get("step").toString()).isEqualTo("[0,1,2]");
        assertThat(json(scalars("key", "b")).get("step").toString()).isEqualTo("[7,8,9]");
    }

    @Test
    void the_other_doors_show_the_same_points() {
        log("{\"key\":\"loss\",\"value\":[1,2],\"wall_time\":[1.5,2.5]}", 201);
        http().post("/metric/iteration/" + iteration)
                .body("{\"key\":\"loss\",\"value\":3}")
                .answers(201);

        JsonNode metrics = json(http().get("/metric/iteration/" + iteration).answers(200));
        assertThat(metrics.get("total").asInt()).isEqualTo(3);
        assertThat(json(scalars("key", "loss")).get("value").toString()).isEqualTo("[1.0,2.0,3.0]");
        http().delete("/metric/" + metrics.get("data").get(0).get("id").asLong())
                .answers(200);
        assertThat(json(scalars("key", "loss")).get("value").toString()).isEqualTo("[2.0,3.0]");
        assertThat(http().get("/series/iteration/" + iteration).answers(200).text())
                .isEqualTo("[{\"kind\":\"scalar\",\"key\":\"loss\",\"count\":2,\"first_step\":1,\"last_step\":2,"
                        + "\"min\":2.0,\"max\":3.0,\"last\":3.0}]");
    }

    @Test
    void long_series_can_be_thinned_and_cut() {
        String values = IntStream.range(0, 3_000).mapToObj(Integer::toString).collect(joining(","));
        log("{\"key\":\"ramp\",\"value\":[" + values + "]}", 201);

        JsonNode thin = json(scalars("key", "ramp", "points", "10"));
        assertThat(thin.get("count").asInt()).isEqualTo(3_000);
        assertThat(thin.get("thinned").asBoolean()).isTrue();
        assertThat(thin.get("returned").asInt())
                .isEqualTo(thin.get("value").size())
                .isLessThanOrEqualTo(10);
        assertThat(json(scalars("key", "ramp", "from_step", "10", "to_step", "12"))
                        .get("step")
                        .toString())
                .isEqualTo("[10,11,12]");
        JsonNode half = json(scalars("key", "ramp", "from_step", "1500"));
        assertThat(half.get("count").asInt()).isEqualTo(1_500);
        assertThat(half.get("value").size()).isEqualTo(1_500);
        assertThat(half.get("wall_time").size()).isEqualTo(1_500);
        assertThat(half.get("thinned").asBoolean()).isFalse();
    }

    @Test
    void lines_have_a_heading() {
        log("{\"key\":\"x,\\\"y\\\"\",\"value\":[1,NaN],\"wall_time\":[1.5,2.5]}", 201);

        http().get("/series/iteration/" + iteration + "/scalars", "key", "x,\"y\"")
                .header("Accept", "text/csv")
                .answers(200, "step,wall_time,value\n0,1.5,1.0\n1,2.5,NaN\n");
        http().get("/series/iteration/" + iteration)
                .header("Accept", "text/csv")
                .answers(
                        200,
                        "kind,key,count,first_step,last_step,min,max,last\n"
                                + "scalar,\"x,\"\"y\"\"\",2,0,1,1.0,1.0,NaN\n");
    }

    @Test
    void iterations_are_compared_side_by_side() {
        long first = iteration;
        log("{\"key\":\"loss\",\"value\":[1],\"wall_time\":[1.5]}", 201);
        an_iteration();
        log("{\"key\":\"other\",\"value\":[1]}", 201);

        http().get("/series/compare", "key", "loss", "iterations", first + "," + iteration + ",999999")
                .answers(
                        200,
                        "[{\"iteration_id\":" + first
                                + ",\"key\":\"loss\",\"count\":1,\"returned\":1,\"thinned\":false,"
                                + "\"step\":[0],\"wall_time\":[1.5],\"value\":[1.0]}]");
        http().get("/series/compare", "key", "loss", "iterations", "" + first)
                .header("Accept", "text/csv")
                .answers(200, "iteration_id,step,wall_time,value\n" + first + ",0,1.5,1.0\n");
    }

    @Test
    void the_same_key_logs_once_and_names_the_same_position() {
        String body = "{\"series\":[{\"key\":\"loss\",\"value\":[1]}]}";
        String path = "/series/iteration/" + iteration + "/scalars";
        String first = http().post(path)
                .header("Idempotency-Key", "k")
                .body(body)
                .answers(201)
                .text();
        http().post("/project").body("{\"name\":\"meanwhile\"}").answers(201);

        http().post(path).header("Idempotency-Key", "k").body(body).answers(201, first);
        assertThat(json(scalars("key", "loss")).get("count").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"key\":\"a\"}",
                "{\"value\":[1]}",
                "{\"key\":\"\",\"value\":[1]}",
                "{\"key\":\"a\",\"value\":[]}",
                "{\"key\":\"a\",\"value\":1}",
                "{\"key\":\"a\",\"value\":[true]}",
                "{\"key\":\"a\",\"value\":[1],\"step\":[1,2]}",
                "{\"key\":\"a\",\"value\":[1],\"step\":[1.5]}",
                "{\"key\":\"a\",\"value\":[1],\"wall_time\":[]}",
                "{\"key\":\"a\",\"value\":[1],\"wall_time\":[NaN]}",
                "{\"key\":\"a\",\"value\":[1]},{\"key\":\"a\",\"value\":[2]}",
                "7"
            })
    void what_is_no_series_is_refused_and_writes_nothing(String series) {
        log(series, 422).isEnvelope("INVALID_PAYLOAD");

        http().get("/series/iteration/" + iteration).answers(200, "[]");
    }

    @Test
    void what_is_not_there_or_has_ended_is_told() {
        http().post("/series/iteration/999999/scalars")
                .body("{\"series\":[{\"key\":\"a\",\"value\":[1]}]}")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
        http().get("/series/iteration/999999").answers(404).isEnvelope("NOT_FOUND");
        http().get("/series/iteration/" + iteration + "/scalars", "key", "none")
                .answers(404)
                .isEnvelope("NOT_FOUND");
        http().get("/series/iteration/" + iteration + "/scalars").answers(422).isEnvelope("INVALID_PAYLOAD");
        http().get("/series/iteration/" + iteration + "/scalars", "key", "a", "points", "1")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD");
        http().request("PATCH", "/iteration/" + iteration)
                .body("{\"end_date\":\"2026-02-11T10:00\"}")
                .answers(200);
        log("{\"key\":\"a\",\"value\":[1]}", 422).isEnvelope("INVALID_PAYLOAD");
    }
}
