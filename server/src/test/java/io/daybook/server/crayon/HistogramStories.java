package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class HistogramStories extends Stories {

    private static final String READY =
            "{\"min\":-1,\"max\":2.5,\"num\":3,\"bucket_limit\":[5,1,7],\"bucket\":[1,0,2],\"sum\":4,\"sum_squares\":9}";

    HistogramStories(RunningServer server) {
        super(server);
    }

    @Test
    void one_that_is_ready_made_comes_back_in_floats_and_in_its_own_order() {
        String xp = experiment();

        crayon().histogram(xp, "h", false, "[10,1," + READY + "]")
                .answers(200, "ok")
                .isPlainText();

        crayon().histograms(xp, "h")
                .hasBody("[[10.0,1,[-1.0,2.5,3.0,4.0,9.0,[5.0,1.0,7.0],[1.0,0.0,2.0]]]]")
                .hasHeader("Content-Type", "application/json;charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"min\":0,\"max\":1,\"num\":0,\"bucket_limit\":[],\"bucket\":[]} | [0.0,1.0,0.0,0.0,0.0,[],[]]",
                "{\"bucket\":[1],\"bucket_limit\":[2],\"num\":3.0,\"max\":4,\"min\":5,\"sum\":6} | [5.0,4.0,3.0,6.0,0.0,[2.0],[1.0]]",
                "{\"min\":NaN,\"max\":Infinity,\"num\":1,\"bucket_limit\":[-Infinity],\"bucket\":[NaN]}"
                        + " | [\"NaN\",\"Infinity\",1.0,0.0,0.0,[\"-Infinity\"],[\"NaN\"]]"
            })
    void what_may_be_left_out_is_zero_and_every_number_is_kept(String sent, String answer) {
        String xp = experiment();

        crayon().histogram(xp, "h", false, "[1,0," + sent + "]").answers(200, "ok");

        crayon().histograms(xp, "h").hasBody("[[1.0,0," + answer + "]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"min\":-1, | | min",
                "\"max\":2.5, | | max",
                "\"num\":3, | | num",
                "\"bucket_limit\":[5,1,7], | | bucket_limit",
                "\"bucket\":[1,0,2], | | bucket",
                "\"num\":3 | \"num\":3.5 | num",
                "\"num\":3 | \"num\":NaN | num",
                "\"num\":3 | \"num\":\"3\" | num",
                "\"min\":-1 | \"min\":null | min",
                "\"max\":2.5 | \"max\":true | max",
                "\"sum\":4 | \"sum\":\"4\" | sum",
                "\"sum_squares\":9 | \"sum_squares\":[] | sum_squares",
                "[1,0,2] | [1,0] | bucket",
                "[1,0,2] | [1,0,\"2\"] | bucket",
                "[5,1,7] | [5,1,null] | bucket_limit",
                "[5,1,7] | 5 | bucket_limit",
                "[1,0,2] | {} | bucket",
                "\"min\":-1 | \"min\":-1,\"mean\":1 | mean",
                "\"min\":-1 | \"min\":-1,\"min\":1 | min"
            })
    void one_that_is_not_as_it_must_be_is_refused_and_the_key_named(String part, String instead, String named) {
        String xp = experiment();
        String sent = READY.replace(part, instead == null ? "" : instead);

        crayon().histogram(xp, "h", false, "[1,0," + sent + "]")
                .answers(400)
                .isPlainText()
                .says(named);

        crayon().series(xp).hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[1,0]",
                "[1,0,[1],2]",
                "{}",
                "[\"1\",0,[1]]",
                "[1,0.5,[1]]",
                "[NaN,0,[1]]",
                "[1,true,[1]]",
                "[1,0,[]]",
                "[1,0,1]",
                "[1,0,{}]",
                "[1,0,null]",
                "[1,0,[\"1\"]]",
                "[1,0,[true]]",
                "[1,0,[null]]",
                "[1,0,[NaN]]",
                "[1,0,[Infinity]]",
                "[1,0,[1,-Infinity]]",
                "[1,0,[[1]]]",
                "[1,0,[1]"
            })
    void values_that_are_not_finite_numbers_are_refused(String body) {
        String xp = experiment();

        crayon().histogram(xp, "h", true, body).answers(400).isPlainText();

        crayon().series(xp).hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,0,[1,2]]", "[1,0,1]", "[1,0,null]", "[1,0]", "{\"min\":1}"})
    void a_list_is_no_histogram(String body) {
        crayon().histogram(experiment(), "h", false, body).answers(400).isPlainText();
    }

    @ParameterizedTest
    @CsvSource({
        "xp=XP&name=h, tobuild",
        "xp=XP&name=h&tobuild=, tobuild",
        "xp=XP&tobuild=1, name",
        "xp=XP&name=&tobuild=1, name",
        "name=h&tobuild=1, xp",
        "xp=&name=h&tobuild=1, xp"
    })
    void a_missing_or_empty_parameter_is_refused_and_named(String query, String named) {
        String own = query.replace("XP", experiment().replace(' ', '+'));

        http().post("/data/histograms?" + own)
                .body("[1,0,[1]]")
                .answers(400)
                .isPlainText()
                .says(named);
        if (named.equals("tobuild")) return;
        http().get("/data/histograms?" + own).answers(400).isPlainText().says(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "False", "FALSE", "no"})
    void anything_but_yes_does_not_build(String no) {
        String xp = experiment();

        http().post("/data/histograms", "xp", xp, "name", "h", "tobuild", no)
                .body("[1,0," + READY + "]")
                .answers(200, "ok");
        http().post("/data/histograms", "xp", xp, "name", "h", "tobuild", no)
                .body("[1,0,[0]]")
                .answers(400)
                .isPlainText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "True", "TRUE"})
    void any_way_to_say_yes_builds(String yes) {
        String xp = experiment();

        http().post("/data/histograms", "xp", xp, "name", "h", "tobuild", yes)
                .body("[1,0,[0]]")
                .answers(200, "ok");

        crayon().histograms(xp, "h").hasBody("[[1.0,0,[0.0,0.0,1.0,0.0,0.0,[0.0],[1.0]]]]");
    }

    @Test
    void an_unknown_experiment_or_series_is_refused_and_named() {
        String xp = experiment();
        crayon().log(xp, "loss", 1, 2, 3);

        crayon().histogram("nobody", "h", true, "[1,0,[1]]")
                .answers(400)
                .isPlainText()
                .says("nobody");
        http().get("/data/histograms", "xp", "nobody", "name", "h")
                .answers(400)
                .isPlainText()
                .says("nobody");
        http().get("/data/histograms", "xp", xp, "name", "loss")
                .answers(400)
                .isPlainText()
                .says("loss");
        http().get("/data/histograms", "xp", xp).answers(400).isPlainText().says("name");
    }

    @Test
    void values_fall_into_the_first_bucket_whose_right_edge_is_not_below_them() {
        String xp = experiment();
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            double[] values = random.ints(200, -14, 22)
                    .mapToDouble(
                            exponent -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, exponent) * random.nextDouble())
                    .toArray();
            crayon().histogram(xp, "h" + round, true, "[1,0," + Arrays.toString(values) + "]")
                    .answers(200, "ok");

            crayon().histograms(xp, "h" + round).hasBody("[[1.0,0," + built(values) + "]]");
        }
    }

    @Test
    void edges_belong_to_the_bucket_on_their_left_and_nothing_lies_beyond_the_last() {
        String xp = experiment();
        List<Double> edges = edges();
        double last = edges.getLast();
        double[] values = {
            0,
            1e-12,
            edges.get(7),
            edges.getFirst(),
            last,
            Math.nextUp(last),
            1e300,
            -1e300,
            Double.MAX_VALUE,
            -0.0,
            Double.MIN_VALUE
        };

        crayon().histogram(xp, "h", true, "[1,0," + Arrays.toString(values) + "]")
                .answers(200, "ok");

        crayon().histograms(xp, "h").hasBody("[[1.0,0," + built(values) + "]]").says(",1.7976931348623157E308],[");
    }

    /** What the contract says of edges, word by word. */
    private static List<Double> edges() {
        List<Double> positive = new ArrayList<>();
        for (double edge = 1e-12; edge < 1e20; edge *= 1.1) positive.add(edge);
        List<Double> edges = new ArrayList<>();
        for (double edge : positive) edges.add(-edge);
        Collections.reverse(edges);
        edges.add(0.0);
        edges.addAll(positive);
        return edges;
    }

    private static String built(double[] values) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            double edge =
                    edges().stream().filter(right -> right >= value).findFirst().orElse(Double.MAX_VALUE);
            buckets.merge(edge == 0 ? 0.0 : edge, 1.0, Double::sum);
            sum += value;
            squares += value * value;
        }
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        return "[" + min + "," + max + "," + (double) values.length + "," + sum + "," + number(squares) + ","
                + joined(buckets.keySet()) + "," + joined(buckets.values()) + "]";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "\"" + value + "\"";
    }

    private static String joined(java.util.Collection<Double> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void histograms_come_back_in_the_order_logged() {
        String xp = experiment();

        for (int i = 0; i < 30; i++) {
            crayon().histogram(xp, "h", true, "[" + i + "," + (30 - i) + ",[" + i + "]]")
                    .answers(200, "ok");
        }

        List<Long> steps = CrayonClient.JSON
                .readTree(crayon().histograms(xp, "h").text())
                .valueStream()
                .map(point -> point.get(1).longValue())
                .toList();
        assertThat(steps).hasSize(30).isSortedAccordingTo(Collections.reverseOrder());
    }
}
