package io.daybook.http.message;

import static io.daybook.http.World.queryRefusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.http.EdgeServer;
import io.daybook.http.request.Sha256;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnceTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        CrayonTarget target = new CrayonTarget(new ProjectId(1), new ExperimentId(5), new IterationId(9), true);
        edge.world.query(FindCrayonTarget.class, CrayonTarget.class, find -> target);
        edge.world.command(LogScalar.class, log -> "logged");
        edge.world.command(DeleteCrayonExperiment.class, delete -> "deleted");
    }

    private static Request post(String key) {
        return edge.http()
                .post("/data/scalars/", "xp", "f o", "name", "x")
                .header("Idempotency-Key", key)
                .body("[1,2,3]");
    }

    private static void answeredBefore(Answer answer) {
        edge.world.query(FindAnswer.class, Answer.class, find -> answer);
    }

    @Test
    @Tag("ops-2.key.event")
    void a_first_request_carries_what_is_kept_under_its_key() {
        post("a key").answers(200, "ok").hasHeader("Daybook-Position", "41");

        String hash = Sha256.hex("[1,2,3]".getBytes(UTF_8));
        String name = "request:1:POST:/data/scalars?xp=f+o&name=x:a key";
        assertThat(edge.world.payloads(FindAnswer.class)).containsExactly(new FindAnswer(name, hash));
        assertThat(edge.world.sent(LogScalar.class).getFirst().getMetaData())
                .containsEntry(Meta.IDEMPOTENCY_KEY, "a key")
                .containsEntry(Meta.KEYED, name + "\0" + hash + "\0" + "200" + "\0" + "ok");
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_writes_nothing() {
        answeredBefore(new Answer(200, "as before"));

        post("k").answers(200, "as before").isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void a_repeated_request_is_answered_before_its_body_is_understood() {
        answeredBefore(new Answer(200, "ok"));

        edge.http().post("/data").header("Idempotency-Key", "k").body("no json").answers(200, "ok");
    }

    @Test
    void a_key_that_was_used_for_another_body_is_refused() {
        edge.world.query(FindAnswer.class, Answer.class, find -> {
            throw queryRefusal(Refusal.IDEMPOTENCY_KEY_REUSED);
        });

        post("k").answers(400, "it is IDEMPOTENCY_KEY_REUSED").isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    @Tag("ops-2.key.concurrent")
    void of_two_at_once_the_second_gets_the_answer_of_the_first() {
        edge.world.command(LogScalar.class, log -> new Answer(200, "the first"));

        post("k").answers(200, "the first").hasHeader("Daybook-Position", "41");
    }

    @Test
    void a_delete_may_carry_a_key() {
        edge.http().delete("/data", "xp", "foo").header("Idempotency-Key", "k").answers(200, "ok");

        assertThat(edge.world.payloads(FindAnswer.class))
                .containsExactly(new FindAnswer("request:1:DELETE:/data?xp=foo:k", Sha256.hex(new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é"})
    void a_key_that_is_none_is_refused(String key) {
        String request = "DELETE /data?xp=foo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: " + key;

        assertThat(edge.raw(edge.port(), request + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Idempotency-Key");
        post("k".repeat(129)).answers(400).isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    @Tag("ops-2.key.multipart")
    void two_forms_are_the_same_whatever_stands_between_their_parts() {
        upload("one", "archive", "PK", "mysubmit", "go");
        upload("two", "archive", "PK", "mysubmit", "go");
        upload("one", "archive", "PK", "mysubmit", "stop");
        upload("one", "mysubmit", "go", "archive", "PK");

        List<String> hashes = edge.world.payloads(FindAnswer.class).stream()
                .map(FindAnswer::bodyHash)
                .toList();
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
        assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
        assertThat(hashes.get(3)).isNotEqualTo(hashes.get(0));
    }

    private static Response upload(String boundary, String... parts) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            form.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            form.append(parts[i]).append("\"\r\n\r\n").append(parts[i + 1]).append("\r\n");
        }
        form.append("--").append(boundary).append("--\r\n");
        return edge.http()
                .post("/backup", "xp", "foo", "force", "1")
                .header("Idempotency-Key", "k")
                .body(
                        "multipart/form-data; boundary=" + boundary,
                        form.toString().getBytes(UTF_8))
                .answers(400);
    }
}
