package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Request;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent again because nobody knows whether they arrived. */
abstract class IdempotencyStories extends Stories {

    private static final String KEY = "Idempotency-Key";

    IdempotencyStories(RunningServer server) {
        super(server);
    }

    private Request point(String xp, String key) {
        return crayon().scalar(xp, "loss", "[1,2,3]").header(KEY, key);
    }

    @Test
    void a_point_that_is_sent_again_is_logged_once() {
        String xp = experiment();
        long before = head();

        point(xp, "k").answers(200, "ok").isPlainText();
        point(xp, "k").answers(200, "ok").isPlainText();
        point(xp, "k").answers(200, "ok");

        crayon().scalars(xp, "loss").hasBody("[[1.0,2,3.0]]");
        assertThat(new Domain(server).types(before)).containsExactlyInAnyOrder("ScalarsLogged", "RequestAnswered");
    }

    @Test
    void a_histogram_that_is_sent_again_is_logged_once() {
        String xp = experiment();

        for (int i = 0; i < 2; i++) {
            crayon().histogram(xp, "h", true, "[1,2,[0]]").header(KEY, "h").answers(200, "ok");
        }

        crayon().histograms(xp, "h").hasBody("[[1.0,2,[0.0,0.0,1.0,0.0,0.0,[0.0],[1.0]]]]");
        crayon().histogram(xp, "h", true, "[1,2,[1]]")
                .header(KEY, "h")
                .answers(400)
                .isPlainText();
    }

    @Test
    @Tag("ops-2.key.concurrent")
    void requests_that_are_sent_at_the_same_time_are_carried_out_once() {
        for (int round = 0; round < 10; round++) {
            String xp = experiment();

            IntStream.range(0, 6).parallel().forEach(i -> point(xp, "k").answers(200, "ok"));

            crayon().scalars(xp, "loss").hasBody("[[1.0,2,3.0]]");
        }
    }

    @Test
    void an_experiment_is_created_deleted_and_restored_once() {
        String xp = experiment();
        byte[] zip = crayon().log(xp, "loss", 1, 2, 3).backup(xp);
        String other = fresh("once");

        for (int i = 0; i < 2; i++) crayon().creation(other).header(KEY, "c").answers(200, "ok");
        for (int i = 0; i < 2; i++)
            http().delete("/data", "xp", other).header(KEY, "d").answers(200, "ok");
        crayon().restoration(other, zip).header(KEY, "r").answers(200, "ok");
        crayon().log(other, "loss", 9, 9, 9);
        long before = head();

        crayon().restoration(other, zip).header(KEY, "r").answers(200, "ok");
        http().delete("/data", "xp", other).header(KEY, "d").answers(200, "ok");

        assertThat(head()).isEqualTo(before);
        crayon().scalars(other, "loss").hasBody("[[1.0,2,3.0],[9.0,9,9.0]]");
    }

    @Test
    void a_form_is_the_same_whatever_stands_between_its_parts() {
        String xp = experiment();
        byte[] zip = crayon().backup(xp);
        crayon().form(xp, zip).header(KEY, "f").answers(200, "ok");
        long before = head();

        byte[] form = CrayonClient.multipart("another-boundary", zip);
        http().post("/backup", "xp", xp, "force", "True")
                .body("multipart/form-data; boundary=another-boundary", form)
                .header(KEY, "f")
                .answers(200, "ok");

        assertThat(head()).isEqualTo(before);
        crayon().form(xp, crayon().log(xp, "a", 1, 1, 1).backup(xp))
                .header(KEY, "f")
                .answers(400)
                .isPlainText();
    }

    @Test
    void a_key_with_another_body_is_refused() {
        String xp = experiment();
        point(xp, "k").answers(200);
        long before = head();

        crayon().scalar(xp, "loss", "[1,2,4]")
                .header(KEY, "k")
                .answers(400)
                .isPlainText()
                .says("key");

        assertThat(head()).isEqualTo(before);
    }

    @Test
    @Tag("ops-2.key.same")
    void a_key_counts_for_one_method_path_and_query() {
        String xp = experiment();
        String other = experiment();

        point(xp, "same").answers(200);
        point(other, "same").answers(200);
        crayon().scalar(xp, "acc", "[1,2,3]").header(KEY, "same").answers(200);
        crayon().histogram(xp, "loss", true, "[1,2,[3]]").header(KEY, "same").answers(200);
        crayon().creation(fresh("same")).header(KEY, fresh("same")).answers(200);

        crayon().series(xp).hasBody("{\"scalars\":[\"loss\",\"acc\"],\"histograms\":[\"loss\"]}");
        crayon().scalars(other, "loss").hasBody("[[1.0,2,3.0]]");
    }

    @Test
    @Tag("ops-2.key.refused")
    void refusals_are_decided_again() {
        String xp = fresh("later");
        point(xp, "k").answers(400);
        point(xp, "k").answers(400);

        crayon().create(xp);

        point(xp, "k").answers(200, "ok");
        point(xp, "k").answers(200, "ok");
        crayon().scalars(xp, "loss").hasBody("[[1.0,2,3.0]]");
    }

    @Test
    void a_request_with_a_key_is_never_combined_with_others() {
        String xp = experiment();
        long before = head();

        IntStream.range(0, 40).parallel().forEach(i -> point(xp, i % 2 == 0 ? "k" + i : "l" + i)
                .answers(200));

        assertThat(Collections.frequency(new Domain(server).types(before), "ScalarsLogged"))
                .isEqualTo(40);
        assertThat(Collections.frequency(new Domain(server).types(before), "RequestAnswered"))
                .isEqualTo(40);
    }

    @ParameterizedTest
    @Tag("ops-2.key.form")
    @ValueSource(ints = {1, 128})
    void a_key_may_be_of_any_printable_characters(int length) {
        String xp = experiment();

        point(xp, "~".repeat(length)).answers(200);
        point(xp, "~".repeat(length)).answers(200);
        point(xp, "a key: with / %00 ? and \"more\"").answers(200);

        crayon().scalars(xp, "loss").hasBody("[[1.0,2,3.0],[1.0,2,3.0]]");
    }

    @Test
    void a_key_that_is_none_is_refused() {
        String xp = experiment();
        long before = head();

        point(xp, "x".repeat(129)).answers(400).isPlainText().says(KEY);
        point(xp, "").answers(400).isPlainText().says(KEY);
        point(xp, "tab\there").answers(400).isPlainText().says(KEY);

        assertThat(head()).isEqualTo(before);
    }

    @Test
    void reads_do_not_look_at_a_key() {
        http().get("/data").header(KEY, "x".repeat(129)).answers(200);
        http().get("/data").header(KEY, "k").answers(200);
        http().get("/data").header(KEY, "k").answers(200);
    }

    @Test
    void an_answer_is_remembered_by_a_server_that_was_started_again() {
        try (RunningServer own = server.another().start()) {
            crayon(own)
                    .create("foo")
                    .scalar("foo", "loss", "[1,2,3]")
                    .header(KEY, "k")
                    .answers(200, "ok");
            String before = crayon(own).scalars("foo", "loss").text();

            own.restart();

            crayon(own).scalar("foo", "loss", "[1,2,3]").header(KEY, "k").answers(200, "ok");
            crayon(own).scalar("foo", "loss", "[1,2,4]").header(KEY, "k").answers(400);
            crayon(own).scalars("foo", "loss").hasBody(before);
        }
    }
}
