package io.daybook.http.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.backup.Restored;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Request;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /ops/backup} and {@code /ops/restore}. */
class ServerBackupTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void the_log_has_three_events() {
        for (int i = 0; i < 3; i++) edge.log.add("ProjectCreated", "{}", Map.of());
    }

    @AfterEach
    void no_upload_lies_about() {
        assertThat(edge.uploads()).isZero();
    }

    private static Request restore(String... parameters) {
        return edge.http().post("/ops/restore", parameters);
    }

    @Test
    @Tag("ops-5.backup")
    void writes_all_up_to_the_head() {
        edge.http()
                .get("/ops/backup")
                .answers(200, "0 to 3")
                .hasHeader("Content-Type", "application/zip")
                .hasHeader("Content-Disposition", "attachment; filename=\"daybook-3.zip\"")
                .hasHeader("Daybook-Position", "3");
    }

    @Test
    @Tag("ops-5.backup")
    void writes_what_came_after_a_position() {
        edge.http()
                .get("/ops/backup", "after", "2")
                .answers(200, "2 to 3")
                .hasHeader("Content-Disposition", "attachment; filename=\"daybook-3-to-3.zip\"");
        edge.http().get("/ops/backup", "after", "3").answers(200, "3 to 3");
    }

    @ParameterizedTest
    @Tag("ops-7.malformed")
    @ValueSource(strings = {"4", "-1", "", "x", "1.5", "2026-06-23T13:07:27.104Z", "99999999999999999999"})
    void refuses_to_begin_where_the_log_is_not(String after) {
        edge.http().get("/ops/backup", "after", after).answers(422).isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    void a_backup_that_breaks_off_does_not_look_whole() {
        edge.backups.torn = true;

        assertThatThrownBy(() -> edge.http().get("/ops/backup").send()).isInstanceOf(IOException.class);
    }

    @Test
    @Tag("ops-7.restore")
    void restores_from_the_raw_zip_and_from_a_form() {
        String done = "{\"position\":7,\"hash\":\"ab\",\"events\":7,\"artifacts\":2}";

        restore()
                .body("application/zip", "PK".getBytes(UTF_8))
                .answers(200, done)
                .hasHeader("Daybook-Position", "7");
        assertThat(edge.backups.uploaded).isEqualTo("PK");
        assertThat(edge.backups.upTo).isNull();

        RestoreTest.multipart(restore("upTo", "5"), "b", "x", "y", "archive", "PK2")
                .answers(200, done);
        assertThat(edge.backups.uploaded).isEqualTo("PK2");
        assertThat(edge.backups.upTo).isEqualTo(5);
    }

    @Test
    @Tag("ops-7.restore.broken")
    void refuses_what_is_broken_and_what_does_not_fit() {
        edge.backups.outcome = new Restored.Broken("line 3 of events/1.ndjson is not JSON");
        restore()
                .body("application/zip", new byte[9])
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says("line 3 of events/1.ndjson");

        edge.backups.outcome = new Restored.Misfit("this server holds 3 events");
        restore()
                .body("application/zip", new byte[9])
                .answers(409)
                .isEnvelope("CONFLICT")
                .says("this server holds 3 events");
    }

    @Test
    void a_disk_that_is_full_is_told_and_nothing_else() {
        edge.backups.lost = true;

        restore()
                .body("application/zip", new byte[9])
                .answers(503)
                .isEnvelope("STORE_UNAVAILABLE")
                .hasHeader("Retry-After", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "x", "2026-06-23T13:07:27.104Z"})
    void refuses_to_go_up_to_what_is_no_position(String upTo) {
        restore("upTo", upTo).body("application/zip", new byte[9]).answers(422).isEnvelope("INVALID_PAYLOAD");
        assertThat(edge.backups.uploaded).isNull();
    }

    @Test
    @Tag("ops-1.limits.beyond")
    void refuses_a_request_without_a_zip_or_with_too_long_a_one() {
        restore().body("PK").answers(422).isEnvelope("INVALID_PAYLOAD").says("there is no zip");
        RestoreTest.multipart(restore(), "b", "file", "PK").answers(422).says("no part archive");
        restore("asOf", "1").body("application/zip", new byte[9]).answers(422).says("asOf");
        restore().body("application/zip", new byte[200_001]).answers(413).isEnvelope("PAYLOAD_TOO_LARGE");

        assertThat(edge.backups.uploaded).isNull();
    }
}
