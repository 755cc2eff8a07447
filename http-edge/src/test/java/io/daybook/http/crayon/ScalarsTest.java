package io.daybook.http.crayon;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.crayon.CrayonView.Scalars;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Request;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static final IterationId ITERATION = new IterationId(9);

    @BeforeEach
    void all_is_well() {
        running(true);
        edge.world.command(LogScalar.class, log -> "logged");
    }

    private static void running(boolean running) {
        CrayonTarget target = new CrayonTarget(new ProjectId(1), new ExperimentId(5), ITERATION, running);
        edge.world.query(FindCrayonTarget.class, CrayonTarget.class, find -> target);
    }

    private static Request post(String body) {
        return edge.http()
                .post("/data/scalars", "xp", "foo", "name", "train/loss")
                .body(body);
    }

    private static void logs(String body, double wallTime, long step, double value) {
        post(body).answers(200, "ok").isPlainText().hasHeader("Daybook-Position", "41");

        ScalarPoints points = ScalarPoints.of(new ScalarPoint("train/loss", step, wallTime, value));
        assertThat(edge.world.payloads(LogScalar.class)).containsExactly(new LogScalar(ITERATION, points));
    }

    @Test
    void logs_a_point() {
        logs("[1450000000.25, 3, 0.1]", 1450000000.25, 3, 0.1);

        assertThat(edge.world.payloads(FindCrayonTarget.class))
                .containsExactly(new FindCrayonTarget(new CrayonName("foo")));
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity", "-0.0, -0.0", "5, 5", "4.9E-324, 4.9E-324"})
    void logs_any_number_as_a_value(String sent, double value) {
        logs("[1, 2, " + sent + "]", 1, 2, value);
    }

    @ParameterizedTest
    @CsvSource({
        "3.0, 3",
        "1e3, 1000",
        "-7, -7",
        "-0.0, 0",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9007199254740993.0, 9007199254740993"
    })
    void takes_any_integral_number_for_a_step(String sent, long step) {
        logs("[1, " + sent + ", 2]", 1, step, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "[1]", "[]", "[1,2,3,4]", "{}", "7", "\"foo\"", "null"})
    void refuses_what_is_not_a_list_of_three(String body) {
        post(body)
                .answers(400, "the body is not a list of exactly three: wall_time, step and value")
                .isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'[\"1\",2,3]', wall_time is not a number",
        "'[null,2,3]', wall_time is not a number",
        "'[true,2,3]', wall_time is not a number",
        "'[[1],2,3]', wall_time is not a number",
        "'[NaN,2,3]', wall_time is not finite",
        "'[Infinity,2,3]', wall_time is not finite",
        "'[1e400,2,3]', wall_time is too large for a 64-bit float",
        "'[1,2.5,3]', step is not an integer",
        "'[1,NaN,3]', step is not an integer",
        "'[1,\"2\",3]', step is not a number",
        "'[1,null,3]', step is not a number",
        "'[1,9223372036854775808,3]', step is too large for a 64-bit integer",
        "'[1,1e300,3]', step is too large for a 64-bit integer",
        "'[1,1e99999999999,3]', step is too large for a 64-bit float",
        "'[1,1e-9999999999,3]', step has an exponent that is too large",
        "'[1,0e99999999999,3]', step has an exponent that is too large",
        "'[1,2,\"3\"]', value is not a number",
        "'[1,2,null]', value is not a number",
        "'[1,2,false]', value is not a number",
        "'[1,2,-INF]', value is not a number",
        "'[1,2,-1e400]', value is too large for a 64-bit float",
        "'[1,2,3] x', the body is not valid JSON",
        "'[1,2,3] []', the body goes on after its JSON value",
        "'[1,2,', the body is not valid JSON",
        "'[1,2,3,]', the body is not",
        "'', the body is not a list of exactly three"
    })
    void says_what_is_wrong_with_a_point(String body, String sentence) {
        post(body).answers(400).isPlainText().says(sentence);

        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[N,2,3]", "[1,N,3]", "[1,2,N]", "[1,2,0.N]"})
    void refuses_a_number_that_goes_on_and_on(String body) {
        post(body.replace("N", "1".repeat(1001)))
                .answers(400)
                .isPlainText()
                .says("a number or a name that is too long");

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_point_without_a_name_or_an_experiment() {
        edge.http().post("/data/scalars", "xp", "foo").body("[1,2,3]").answers(400, "the parameter name is missing");
        edge.http().post("/data/scalars", "name", "x").body("[1,2,3]").answers(400, "the parameter xp is missing");
        edge.http().post("/data/scalars", "xp", "", "name", "x").answers(400, "the parameter xp is empty");
        edge.http().post("/data/scalars", "xp", "x", "name", "").answers(400, "the parameter name is empty");

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_points_of_an_unknown_experiment() {
        edge.world.query(FindCrayonTarget.class, CrayonTarget.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_EXPERIMENT);
        });

        post("[1,2,3]").answers(400, "it is UNKNOWN_EXPERIMENT").isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_points_of_an_experiment_that_is_not_running() {
        running(false);

        post("[1,2,3]").answers(400).isPlainText().says("stopped or finished");
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void asks_to_come_back_when_the_log_cannot_be_written() {
        edge.world.command(LogScalar.class, log -> {
            throw refusal(Refusal.STORE_UNAVAILABLE);
        });

        post("[1,2,3]").answers(503, "it is STORE_UNAVAILABLE").isPlainText().hasHeader("Retry-After", "1");
    }

    @Test
    void tells_nothing_of_what_went_wrong_inside() {
        edge.world.command(LogScalar.class, log -> {
            throw new IllegalStateException("secret");
        });

        post("[1,2,3]").answers(500, "the server failed; its log says why").isPlainText();
    }

    @Test
    void refuses_a_body_beyond_the_limit() {
        post("[1,2,3" + " ".repeat(100_000) + "]").answers(413).isPlainText().says("100000 bytes");

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_long_body_that_does_not_announce_its_length() {
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        String request = "POST /data/scalars?xp=foo&name=x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(1000) + "0\r\n\r\n";

        assertThat(edge.raw(edge.port(), request)).startsWith("HTTP/1.1 413").contains("100000 bytes");
    }

    @Test
    void takes_a_body_in_chunks() {
        String request = "POST /data/scalars?xp=foo&name=x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n4\r\n2,3]\r\n0\r\n\r\n";

        assertThat(edge.raw(edge.port(), request)).startsWith("HTTP/1.1 200").endsWith("ok");
        assertThat(edge.world.payloads(LogScalar.class))
                .containsExactly(new LogScalar(ITERATION, ScalarPoints.of(new ScalarPoint("x", 2, 1, 3))));
    }

    @Test
    void refuses_a_body_that_is_not_sent_as_it_was_announced() {
        String request = "POST /data/scalars?xp=foo&name=x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nno length\r\n[1,2,3]";

        assertThat(edge.raw(edge.port(), request))
                .startsWith("HTTP/1.1 400")
                .contains("text/plain", "X-Request-Id")
                .endsWith("the request is not well-formed HTTP, or broke off");
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void logs_with_its_request_id() {
        post("[1,2,3]").header("X-Request-Id", "r-7").answers(200).hasHeader("X-Request-Id", "r-7");

        assertThat(edge.world.sent(LogScalar.class).getFirst().getMetaData()).containsEntry(Meta.REQUEST_IDS, "r-7");
    }

    private static Scalars page(long count, long from, long... steps) {
        double[] values = LongStream.of(steps).asDoubleStream().toArray();
        return new Scalars(ITERATION, count, from, steps, values, values);
    }

    private static Request get() {
        return edge.http().get("/data/scalars", "xp", "foo", "name", "x");
    }

    @Test
    void reads_a_series_in_floats_and_integers() {
        Scalars two = new Scalars(ITERATION, 2, 0, new long[] {5, -1}, new double[] {1, 1e-5}, new double[] {2, 0.1});
        edge.world.query(FindCrayonScalars.class, Scalars.class, find -> two);

        get().answers(200, "[[1.0,5,2.0],[1.0E-5,-1,0.1]]")
                .hasHeader("Content-Type", "application/json;charset=utf-8")
                .hasHeader("Daybook-Position", "40");
    }

    @Test
    void sends_what_is_not_finite_as_text() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        Scalars three = new Scalars(ITERATION, 3, 0, new long[3], new double[3], values);
        edge.world.query(FindCrayonScalars.class, Scalars.class, find -> three);

        get().answers(200, "[[0.0,0,\"NaN\"],[0.0,0,\"Infinity\"],[0.0,0,\"-Infinity\"]]");
    }

    @Test
    void reads_page_after_page_as_of_the_first() {
        edge.world.query(FindCrayonScalars.class, Scalars.class, find -> page(5, 0, 0, 1, 2));
        edge.world.query(FindMoreScalars.class, Scalars.class, find -> page(9, find.from(), 3, 4));

        get().answers(200, "[[0.0,0,0.0],[1.0,1,1.0],[2.0,2,2.0],[3.0,3,3.0],[4.0,4,4.0]]");
        assertThat(edge.world.payloads(FindMoreScalars.class))
                .containsExactly(new FindMoreScalars(ITERATION, "x", 3, 2));
        assertThat(edge.world.sent(FindMoreScalars.class).getFirst().getMetaData())
                .containsEntry(Meta.POSITION, "40");
    }

    @Test
    void says_so_when_a_later_page_is_refused_before_anything_was_sent() {
        edge.world.query(FindCrayonScalars.class, Scalars.class, find -> page(5, 0, 0, 1, 2));
        edge.world.query(FindMoreScalars.class, Scalars.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_ITERATION);
        });

        get().answers(400, "it is UNKNOWN_ITERATION").isPlainText();
    }

    @Test
    void cuts_the_connection_when_a_later_page_is_refused() {
        long[] steps = LongStream.range(0, 10_000).toArray();
        edge.world.query(FindCrayonScalars.class, Scalars.class, find -> page(20_000, 0, steps));
        edge.world.query(FindMoreScalars.class, Scalars.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_ITERATION);
        });

        assertThatThrownBy(() -> get().send()).isInstanceOf(IOException.class);
    }

    @Test
    void does_not_know_a_series_that_is_not_there() {
        edge.world.query(FindCrayonScalars.class, Scalars.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_SERIES);
        });

        get().answers(400, "it is UNKNOWN_SERIES").isPlainText();
        edge.http().get("/data/scalars", "xp", "foo").answers(400, "the parameter name is missing");
        edge.http().get("/data/scalars", "name", "foo").answers(400, "the parameter xp is missing");
    }
}
