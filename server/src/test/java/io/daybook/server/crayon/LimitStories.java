package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that grow until they are too long. */
abstract class LimitStories extends Stories {

    private static final int LIMIT = 32 << 20;

    LimitStories(RunningServer server) {
        super(server);
    }

    /** A point with a lot of white space, so that its length is all that matters. */
    private static String point(int length) {
        return "[1,2,3" + " ".repeat(length - 7) + "]";
    }

    @ParameterizedTest
    @Tag("ops-1.limits")
    @ValueSource(ints = {1 << 10, 1 << 15, 1 << 20, 8 << 20, LIMIT - 1, LIMIT})
    void a_body_up_to_the_limit_is_read(int length) {
        String xp = experiment();

        crayon().scalar(xp, "loss", point(length)).answers(200, "ok");

        crayon().scalars(xp, "loss").hasBody("[[1.0,2,3.0]]");
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, LIMIT + 1024, 33 << 20, 40 << 20})
    void a_body_beyond_the_limit_is_refused_in_text(int length) {
        String xp = experiment();

        crayon().scalar(xp, "loss", point(length)).answers(413).isPlainText().says("33554432");
        crayon().histogram(xp, "h", true, point(length)).answers(413).isPlainText();

        crayon().series(xp).hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @Test
    void an_upload_beyond_its_own_limit_is_refused_in_text() {
        try (RunningServer own =
                server.another().with("daybook.limits.artifact", "20KB").start()) {
            crayon(own).create("foo").log("foo", "loss", 1, 2, 3);
            byte[] noise = new byte[200_000];
            new Random(3).nextBytes(noise);

            crayon(own).restoration("foo", noise).answers(413).isPlainText().says("20480");
            crayon(own).form("foo", noise).answers(413).isPlainText().says("20480");

            crayon(own).scalars("foo", "loss").hasBody("[[1.0,2,3.0]]");
            crayon(own).restore("bar", crayon(own).backup("foo"));
            assertThat(own.home().resolve("tmp")).isEmptyDirectory();
        }
    }
}
