package io.daybook.http.backup;

import static io.daybook.http.World.queryRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackupTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        CrayonTarget target = new CrayonTarget(new ProjectId(1), new ExperimentId(5), new IterationId(9), true);
        edge.world.query(FindCrayonExperiment.class, CrayonTarget.class, find -> target);
    }

    @Test
    void sends_the_zip_as_a_file_and_says_up_to_where() {
        edge.shelf.written = new byte[] {1, 2, 3};

        Response zip = edge.http().get("/backup", "xp", "foo").answers(200);

        zip.hasHeader("Content-Type", "application/zip")
                .hasHeader("Content-Disposition", "attachment; filename=\"foo.zip\"; filename*=UTF-8''foo.zip")
                .hasHeader("Daybook-Position", "40");
        assertThat(zip.bytes()).containsExactly(1, 2, 3);
        assertThat(edge.shelf.upTo).isEqualTo(40);
    }

    @Test
    void knows_no_backup_of_an_unknown_experiment() {
        edge.world.query(FindCrayonExperiment.class, CrayonTarget.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_EXPERIMENT);
        });

        edge.http()
                .get("/backup", "xp", "foo")
                .answers(400, "it is UNKNOWN_EXPERIMENT")
                .isPlainText();
        edge.http().get("/backup").answers(400, "the parameter xp is missing").isPlainText();
    }

    @Test
    void cuts_the_connection_when_a_zip_breaks_off() {
        edge.shelf.written = new byte[100_000];
        edge.shelf.torn = true;

        assertThatThrownBy(() -> edge.http().get("/backup", "xp", "foo").send()).isInstanceOf(IOException.class);
    }

    @Test
    void says_so_when_a_zip_breaks_off_before_anything_was_sent() {
        edge.shelf.written = new byte[100];
        edge.shelf.torn = true;

        edge.http()
                .get("/backup", "xp", "foo")
                .answers(500, "the server failed; its log says why")
                .isPlainText()
                .hasHeader("Content-Disposition", null);
    }

    @Test
    void names_the_file_so_that_no_file_system_is_hurt() {
        assertThat(AttachmentName.header("../a\\b\r\nX: \"y\""))
                .isEqualTo("attachment; filename=\"_._a_b__X_ _y_.zip\"; filename*=UTF-8''_._a_b__X_%20_y_.zip");
        assertThat(AttachmentName.header("é😀\u202e"))
                .isEqualTo("attachment; filename=\"___.zip\"; filename*=UTF-8''%C3%A9%F0%9F%98%80_.zip");
        assertThat(AttachmentName.header("x".repeat(5000))).hasSizeLessThan(300);
    }
}
