package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.server.running.RunningServer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

abstract class ScalarStories extends Stories {

    ScalarStories(RunningServer server) {
        super(server);
    }

    @Test
    void points_come_back_in_the_order_logged_whatever_their_steps() {
        String xp = experiment();

        crayon().log(xp, "loss", 5, 7, 0.5)
                .log(xp, "loss", 4, 3, 0.25)
                .log(xp, "loss", 6, 3, 2)
                .log(xp, "loss", 7, -9, 1);

        crayon().scalars(xp, "loss")
                .hasBody("[[5.0,7,0.5],[4.0,3,0.25],[6.0,3,2.0],[7.0,-9,1.0]]")
                .hasHeader("Content-Type", "application/json;charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2, 3] | [[1.0,2,3.0]]",
                "[1.5, 2.0, -0.0] | [[1.5,2,-0.0]]",
                "[0, 3e2, NaN] | [[0.0,300,\"NaN\"]]",
                "[0, -1, Infinity] | [[0.0,-1,\"Infinity\"]]",
                "[0, 0, -Infinity] | [[0.0,0,\"-Infinity\"]]",
                "[0, 9223372036854775807, 0] | [[0.0,9223372036854775807,0.0]]",
                "[0, -9223372036854775808, 0] | [[0.0,-9223372036854775808,0.0]]",
                "[1466694000.123456, 1, 123456789012345678] | [[1.466694000123456E9,1,1.2345678901234568E17]]"
            })
    void numbers_come_back_as_floats_and_steps_as_integers(String sent, String answer) {
        String xp = experiment();

        crayon().scalar(xp, "n", sent).answers(200, "ok").isPlainText();

        crayon().scalars(xp, "n").hasBody(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[1,2]",
                "[1,2,3,4]",
                "{}",
                "1",
                "null",
                "\"foo\"",
                "[1,2,3",
                "[1,2,3]]",
                "[1,2,3],",
                "[1,,3]",
                "[\"1\",2,3]",
                "[null,2,3]",
                "[true,2,3]",
                "[[1],2,3]",
                "[NaN,2,3]",
                "[Infinity,2,3]",
                "[1e999,2,3]",
                "[1,\"2\",3]",
                "[1,null,3]",
                "[1,true,3]",
                "[1,2.5,3]",
                "[1,NaN,3]",
                "[1,Infinity,3]",
                "[1,1e300,3]",
                "[1,9223372036854775808,3]",
                "[1,2,\"3\"]",
                "[1,2,null]",
                "[1,2,false]",
                "[1,2,[3]]",
                "[1,2,{}]",
                "[1,2,\"NaN\"]",
                "[1,2,nan]",
                "[1,2,INF]",
                "[1,2,1e999]",
                "[1,2,0x1]",
                "[1,2,01]"
            })
    void a_body_that_is_no_point_is_refused(String body) {
        String xp = experiment();
        long before = head();

        crayon().scalar(xp, "loss", body).answers(400).isPlainText();

        assertThat(head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json; charset=utf-16",
                "application/x-www-form-urlencoded",
                "application/zip",
                "multipart/form-data",
                "text/html",
                "nonsense"
            })
    void a_point_is_taken_whatever_its_content_type(String type) {
        String xp = experiment();

        crayon().scalar(xp, "n", "[1,2,3]").header("Content-Type", type).answers(200, "ok");
        crayon().histogram(xp, "n", true, "[1,2,[0]]")
                .header("Content-Type", type)
                .answers(200, "ok");

        crayon().scalars(xp, "n").hasBody("[[1.0,2,3.0]]");
        crayon().histograms(xp, "n").hasBody("[[1.0,2,[0.0,0.0,1.0,0.0,0.0,[0.0],[1.0]]]]");
    }

    @ParameterizedTest
    @CsvSource({"'',name=a", "xp=,name=a", "xp=XP,''", "xp=XP,name="})
    void a_missing_or_empty_parameter_is_refused(String first, String second) {
        String query = ("?" + first + "&" + second).replace("XP", experiment().replace(' ', '+'));
        String named = second.contains("=a") ? "xp" : "name";

        http().post("/data/scalars" + query)
                .body("[1,2,3]")
                .answers(400)
                .isPlainText()
                .says(named);
        http().get("/data/scalars" + query).answers(400).isPlainText().says(named);
    }

    @Test
    void an_unknown_experiment_or_series_is_refused_and_named() {
        String xp = experiment();
        crayon().histogram(xp, "weights", true, "[1,0,[1]]").answers(200);

        crayon().scalar("nobody", "loss", "[1,2,3]").answers(400).isPlainText().says("nobody");
        http().get("/data/scalars", "xp", "nobody", "name", "loss")
                .answers(400)
                .isPlainText()
                .says("nobody");
        http().get("/data/scalars", "xp", xp, "name", "weights")
                .answers(400)
                .isPlainText()
                .says("weights");
    }

    @Test
    void scalars_and_histograms_have_names_of_their_own() {
        String xp = experiment();

        crayon().log(xp, "loss", 1, 0, 0.5)
                .histogram(xp, "loss", true, "[2,1,[1]]")
                .answers(200, "ok");

        crayon().series(xp).hasBody("{\"scalars\":[\"loss\"],\"histograms\":[\"loss\"]}");
        crayon().scalars(xp, "loss").hasBody("[[1.0,0,0.5]]");
        crayon().histograms(xp, "loss").says("[[2.0,1,[1.0,1.0,1.0,1.0,1.0,");
    }

    @Test
    void every_bit_of_a_value_and_of_a_wall_time_comes_back() {
        String xp = experiment();
        Random random = new Random(7);
        double[] wanted = LongStream.concat(
                        LongStream.of(1, 2, 0x000fffffffffffffL, 0x0010000000000000L, 0x7fefffffffffffffL, 1L << 63),
                        random.longs(100))
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();

        for (int i = 0; i < wanted.length; i++) crayon().log(xp, "bits", wanted[i], i, wanted[i]);

        JsonNode read = CrayonClient.JSON.readTree(crayon().scalars(xp, "bits").text());
        for (int i = 0; i < wanted.length; i++) {
            long bits = Double.doubleToRawLongBits(wanted[i]);
            assertThat(Double.doubleToRawLongBits(read.get(i).get(0).doubleValue()))
                    .isEqualTo(bits);
            assertThat(Double.doubleToRawLongBits(read.get(i).get(2).doubleValue()))
                    .isEqualTo(bits);
        }
    }

    @Test
    void a_read_sees_every_write_that_was_answered_before() {
        String xp = experiment();
        StringBuilder wanted = new StringBuilder("[");

        for (int i = 0; i < 300; i++) {
            crayon().log(xp, "loss", i, i, i);
            wanted.append(i == 0 ? "" : ",").append("[%d.0,%d,%d.0]".formatted(i, i, i));

            new CrayonClient(server.crayon()).scalars(xp, "loss").hasBody(wanted + "]");
        }
    }

    @Test
    void points_of_many_writers_are_all_there_once_each_writer_in_its_own_order() {
        String xp = experiment();

        IntStream.range(0, 8).parallel().forEach(writer -> {
            for (int i = 0; i < 40; i++) crayon().log(xp, "shared", writer, i, writer);
        });

        JsonNode read =
                CrayonClient.JSON.readTree(crayon().scalars(xp, "shared").text());
        assertThat(read.size()).isEqualTo(320);
        for (int writer = 0; writer < 8; writer++) {
            double own = writer;
            List<Long> steps = read.valueStream()
                    .filter(point -> point.get(2).doubleValue() == own)
                    .map(point -> point.get(1).longValue())
                    .toList();
            assertThat(steps).isEqualTo(LongStream.range(0, 40).boxed().toList());
        }
    }

    @Test
    void a_series_of_many_pages_is_read_whole() {
        String xp = experiment();
        for (int batch = 0; batch < 11; batch++) {
            int first = batch * 10_000;
            List<ScalarPoint> points = IntStream.range(first, first + 10_000)
                    .mapToObj(i -> new ScalarPoint("long", i, i, i / 8.0))
                    .toList();
            new Domain(server).log(xp, ScalarPoints.of(points));
        }

        JsonNode read = CrayonClient.JSON.readTree(crayon().scalars(xp, "long").text());

        assertThat(read.size()).isEqualTo(110_000);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).get(1).longValue()).isEqualTo(i);
            assertThat(read.get(i).get(2).doubleValue()).isEqualTo(i / 8.0);
        }
    }
}
