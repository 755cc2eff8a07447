package io.daybook.http.crayon;

import static io.daybook.http.World.queryRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.crayon.CrayonView.Histograms;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Request;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramsTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static final IterationId ITERATION = new IterationId(9);
    private static final String READY =
            "{\"min\":-1,\"max\":2.5,\"num\":3,\"bucket_limit\":[2,-1],\"bucket\":[1,2],\"sum\":4,\"sum_squares\":5}";

    @BeforeEach
    void all_is_well() {
        CrayonTarget target = new CrayonTarget(new ProjectId(1), new ExperimentId(5), ITERATION, true);
        edge.world.query(FindCrayonTarget.class, CrayonTarget.class, find -> target);
        edge.world.command(LogHistogram.class, log -> "logged");
    }

    private static Request post(String tobuild, String body) {
        return edge.http()
                .post("/data/histograms", "xp", "foo", "name", "weights", "tobuild", tobuild)
                .body(body);
    }

    private static Histogram logged() {
        LogHistogram log = edge.world.payloads(LogHistogram.class).getFirst();
        assertThat(log.id()).isEqualTo(ITERATION);
        assertThat(log.points())
                .extracting(HistogramPoint::key, HistogramPoint::step)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("weights", 2L));
        return log.points().getFirst().histogram();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "0"})
    void logs_one_that_is_ready_made_as_it_is_given(String tobuild) {
        post(tobuild, "[1.5,2," + READY + "]").answers(200, "ok").isPlainText().hasHeader("Daybook-Position", "41");

        assertThat(logged()).isEqualTo(new Histogram(-1, 2.5, 3, 4, 5, new double[] {2, -1}, new double[] {1, 2}));
    }

    @Test
    void takes_sums_that_are_absent_for_zero() {
        post("false", "[1,2,{\"min\":0,\"max\":0,\"num\":0.0,\"bucket_limit\":[],\"bucket\":[]}]")
                .answers(200);

        assertThat(logged()).isEqualTo(new Histogram(0, 0, 0, 0, 0, new double[0], new double[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "1"})
    void builds_one_from_values(String tobuild) {
        post(tobuild, "[1,2,[0,0.5,-0.5,0]]").answers(200, "ok");

        Histogram built = logged();
        assertThat(built.num()).isEqualTo(4);
        assertThat(built.sumSquares()).isEqualTo(0.5);
        assertThat(built.buckets()).containsExactly(1, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', the histogram has no bucket_limit",
        "'{\"bucket_limit\":[],\"bucket\":[],\"num\":0,\"max\":0}', the histogram has no min",
        "'{\"bucket_limit\":[],\"bucket\":[],\"num\":0,\"min\":0}', the histogram has no max",
        "'{\"bucket_limit\":[],\"bucket\":[],\"min\":0,\"max\":0}', the histogram has no num",
        "'{\"bucket_limit\":[],\"num\":0,\"min\":0,\"max\":0}', the histogram has no bucket",
        "'{\"bucket_limit\":[1],\"bucket\":[]}', bucket_limit and bucket differ in length",
        "'{\"bucket_limit\":[],\"bucket\":[],\"num\":0.5}', num is not an integer",
        "'{\"bucket_limit\":7}', bucket_limit is not a list",
        "'{\"bucket\":[true]}', an element of bucket is not a number",
        "'{\"min\":\"1\"}', min is not a number",
        "'{\"mean\":1}', the histogram has an unknown key: mean",
        "'{\"min\":1,\"min\":1}', the histogram has the key min twice",
        "'[1]', the histogram is not an object",
        "'null', the histogram is not an object"
    })
    void says_what_is_wrong_with_a_ready_made_one(String histogram, String sentence) {
        post("false", "[1,2," + histogram + "]").answers(400, sentence).isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_key_that_goes_on_and_on() {
        post("false", "[1,2,{\"" + "k".repeat(60_000) + "\":1}]")
                .answers(400)
                .isPlainText()
                .says("a number or a name that is too long");

        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'[]', values is an empty list",
        "'{}', values is not a list of numbers",
        "7, values is not a list of numbers",
        "'[1,NaN]', an element of values is not finite",
        "'[Infinity]', an element of values is not finite",
        "'[\"1\"]', an element of values is not a number",
        "'[[1]]', an element of values is not a number",
        "'[1e400]', an element of values is too large for a 64-bit float"
    })
    void says_what_is_wrong_with_values(String values, String sentence) {
        post("true", "[1,2," + values + "]").answers(400, sentence).isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void wants_to_be_told_whether_to_build() {
        edge.http()
                .post("/data/histograms", "xp", "foo", "name", "x")
                .body("[1,2,[3]]")
                .answers(400, "the parameter tobuild is missing")
                .isPlainText();
        edge.http().post("/data/histograms", "xp", "foo").answers(400, "the parameter name is missing");
        edge.http().post("/data/histograms", "name", "x").answers(400, "the parameter xp is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "'[1,2]', the body is not a list of exactly three",
        "'[1,2,[3],4]', the body is not a list of exactly three",
        "'[\"1\",2,[3]]', wall_time is not a number",
        "'[1,2.5,[3]]', step is not an integer"
    })
    void says_what_is_wrong_around_it(String body, String sentence) {
        post("true", body).answers(400).isPlainText().says(sentence);
    }

    private static Histograms page(long count, long from, double... nums) {
        List<HistogramPoint> points = java.util.Arrays.stream(nums)
                .mapToObj(num -> new HistogramPoint(
                        "x", 7, 1.5, new Histogram(0, 1, num, 2, Double.NaN, new double[] {1e300}, new double[] {num})))
                .toList();
        return new Histograms(ITERATION, count, from, points);
    }

    @Test
    void reads_a_series_page_by_page_in_floats() {
        edge.world.query(FindCrayonHistograms.class, Histograms.class, find -> page(3, 0, 1, 2));
        edge.world.query(FindMoreHistograms.class, Histograms.class, find -> page(3, find.from(), 3));

        edge.http()
                .get("/data/histograms", "xp", "foo", "name", "x")
                .answers(
                        200,
                        "[[1.5,7,[0.0,1.0,1.0,2.0,\"NaN\",[1.0E300],[1.0]]],"
                                + "[1.5,7,[0.0,1.0,2.0,2.0,\"NaN\",[1.0E300],[2.0]]],"
                                + "[1.5,7,[0.0,1.0,3.0,2.0,\"NaN\",[1.0E300],[3.0]]]]");
    }

    @Test
    void does_not_know_a_series_that_is_not_there() {
        edge.world.query(FindCrayonHistograms.class, Histograms.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_SERIES);
        });

        edge.http()
                .get("/data/histograms", "xp", "foo", "name", "x")
                .answers(400, "it is UNKNOWN_SERIES")
                .isPlainText();
        edge.http().get("/data/histograms", "xp", "foo").answers(400, "the parameter name is missing");
        edge.http().get("/data/histograms", "name", "x").answers(400, "the parameter xp is missing");
    }
}
