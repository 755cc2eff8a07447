package io.daybook.http.backup;

import static io.daybook.http.World.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.Archive;
import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonProject;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Request;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static final ScalarPoints SCALARS = ScalarPoints.of(new ScalarPoint("x", 1, 2, 3));
    private static final List<HistogramPoint> HISTOGRAMS =
            List.of(new HistogramPoint("w", 1, 2, new Histogram(0, 0, 1, 0, 0, new double[] {0}, new double[] {1})));

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindCrayonProject.class, Boolean.class, find -> true);
        edge.world.command(BeginRestore.class, begin -> "begun");
        edge.world.command(LogScalar.class, log -> "logged");
        edge.world.command(LogHistogram.class, log -> "logged");
        edge.world.command(RestoreBackup.class, restore -> "restored");
        edge.shelf.opened = new Whole();
    }

    @AfterEach
    void no_upload_lies_about() {
        assertThat(edge.uploads()).isZero();
    }

    private static Request post() {
        return edge.http().post("/backup", "xp", "foo", "force", "True");
    }

    static String form(String boundary, String... parts) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            form.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            form.append(parts[i])
                    .append("\"; filename=\"backup.zip\"\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return form.append("--").append(boundary).append("--\r\n").toString();
    }

    static Request multipart(Request request, String boundary, String... parts) {
        return request.body(
                "multipart/form-data; boundary=" + boundary,
                form(boundary, parts).getBytes(UTF_8));
    }

    @Test
    void replays_an_archive_into_an_unlisted_experiment_and_lists_it_at_the_end() {
        post().body("application/zip", "PK".getBytes(UTF_8))
                .answers(200, "ok")
                .isPlainText()
                .hasHeader("Daybook-Position", edge.world.position());

        BeginRestore begun = edge.world.payloads(BeginRestore.class).getFirst();
        assertThat(begun.name()).isEqualTo(new CrayonName("foo"));
        assertThat(edge.world.payloads(Object.class))
                .endsWith(
                        begun,
                        new LogScalar(begun.iterationId(), SCALARS),
                        new LogHistogram(begun.iterationId(), HISTOGRAMS),
                        new RestoreBackup(
                                begun.name(), begun.experimentId(), "about it", ExperimentStatus.STOPPED, "2026"));
        assertThat(edge.shelf.uploaded).asString().isEqualTo("PK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/zip", "Application/Zip; version=2"})
    void takes_the_raw_zip(String type) {
        post().body(type, "PK".getBytes(UTF_8)).answers(200, "ok");
    }

    @Test
    void takes_a_form_with_other_parts_around_the_archive() {
        multipart(post(), "b", "mysubmit", "go", "archive", "PK\r\n--x", "archive", "second")
                .answers(200, "ok");

        assertThat(edge.shelf.uploaded).asString().isEqualTo("PK\r\n--x");
    }

    @ParameterizedTest
    @CsvSource({
        "/backup?xp=foo, the parameter force is missing",
        "/backup?force=1, the parameter xp is missing",
        "/backup?xp=&force=1, the parameter xp is empty",
        "/backup?xp=foo&force=, the parameter force is empty",
        "/backup?xp=foo&force=no, the parameter force is neither 1 nor true"
    })
    void checks_the_parameters_first(String path, String sentence) {
        edge.http()
                .post(path)
                .body("application/zip", "PK".getBytes(UTF_8))
                .answers(400, sentence)
                .isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_request_without_a_zip() {
        post().body("PK").answers(400).isPlainText().says("there is no zip");
        post().body("application/json", "PK".getBytes(UTF_8)).answers(400).says("there is no zip");
        multipart(post(), "b", "file", "PK").answers(400).isPlainText().says("no part archive");

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_form_that_breaks_off() {
        byte[] form = form("b", "archive", "PK".repeat(100)).substring(0, 150).getBytes(UTF_8);

        post().body("multipart/form-data; boundary=b", form).answers(400).isPlainText();
        post().body("multipart/form-data", form).answers(400).isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/zip", "multipart/form-data; boundary=b"})
    void refuses_an_upload_that_is_not_sent_as_it_was_announced(String type) {
        String request = "POST /backup?xp=foo&force=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n--\r\nno length\r\n";

        assertThat(edge.raw(edge.port(), request)).startsWith("HTTP/1.1 400").contains("text/plain");
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void takes_a_form_whose_file_has_a_long_name() {
        byte[] form = form("b", "archive", "PK")
                .replace("backup.zip", "\"; filename*=utf-8''" + "%E6%97%A5".repeat(255) + "; x=\"")
                .getBytes(UTF_8);

        post().body("multipart/form-data; boundary=b", form).answers(200, "ok");
        assertThat(edge.shelf.uploaded).asString().isEqualTo("PK");
    }

    @Test
    void refuses_a_form_whose_parts_say_too_much_of_themselves() {
        byte[] form = form("b", "archive", "PK")
                .replace("backup", "x".repeat(100_000))
                .getBytes(UTF_8);

        post().body("multipart/form-data; boundary=b", form)
                .answers(400, "a part of the form has headers that are too long")
                .isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void says_what_is_wrong_with_a_zip_and_changes_nothing() {
        edge.shelf.opened = new Archive.Broken("the zip is cut off");

        post().body("application/zip", new byte[9])
                .answers(400, "the zip is cut off")
                .isPlainText();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void refuses_a_zip_beyond_the_limit() {
        post().body("application/zip", new byte[200_001]).answers(413).isPlainText();
        multipart(post(), "b", "archive", "x".repeat(200_000)).answers(413).isPlainText();

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void passes_a_refusal_on() {
        edge.world.command(LogScalar.class, log -> {
            throw refusal(Refusal.STORE_UNAVAILABLE);
        });

        post().body("application/zip", new byte[9])
                .answers(503, "it is STORE_UNAVAILABLE")
                .isPlainText();
        assertThat(edge.world.sent(RestoreBackup.class)).isEmpty();
    }

    @Test
    void keeps_its_answer_with_the_last_command_alone() {
        post().header("Idempotency-Key", "k")
                .body("application/zip", new byte[9])
                .answers(200, "ok");

        assertThat(edge.world.sent(LogScalar.class).getFirst().getMetaData())
                .containsKey(Meta.IDEMPOTENCY_KEY)
                .doesNotContainKey(Meta.KEYED);
        assertThat(edge.world.sent(RestoreBackup.class).getFirst().getMetaData())
                .containsKey(Meta.KEYED);
    }

    private static final class Whole implements Archive.Sound {

        @Override
        public String description() {
            return "about it";
        }

        @Override
        public ExperimentStatus status() {
            return ExperimentStatus.STOPPED;
        }

        @Override
        public String endDate() {
            return "2026";
        }

        @Override
        public void replay(Consumer<ScalarPoints> scalars, Consumer<List<HistogramPoint>> histograms) {
            scalars.accept(SCALARS);
            histograms.accept(HISTOGRAMS);
        }
    }
}
