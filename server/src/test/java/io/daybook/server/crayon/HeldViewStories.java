package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A view that is held still: writers do not notice, readers are told to come back. */
abstract class HeldViewStories extends Stories {

    private static final Duration WAIT = Duration.ofMillis(300);
    private static final int TURNS = 5;

    private final RunningServer own;

    HeldViewStories(RunningServer server) {
        super(server);
        own = server.another().with("daybook.read.wait", WAIT.toMillis() + "ms");
    }

    @BeforeEach
    void begin() throws Exception {
        own.start();
        crayon(own).create("foo").log("foo", "loss", 0, 0, 0);
        untilCaughtUp();
        crayon(own).scalars("foo", "loss").hasBody("[[0.0,0,0.0]]");
    }

    /** On a busy machine views may need longer than the readers here wait. */
    private void untilCaughtUp() throws Exception {
        Deadline.until("the views have caught up", () -> isAnswered("/data", "xp", "foo"));
    }

    @AfterEach
    void end() {
        own.close();
    }

    private EventProcessor view(String name) {
        return own.bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(name)
                .orElseThrow();
    }

    @Test
    void writes_are_acknowledged_as_fast_as_ever() {
        long following = Long.MAX_VALUE;
        long held = Long.MAX_VALUE;
        // in turns and the best of them, since whatever else the machine does only ever slows
        for (int turn = 0; turn < TURNS; turn++) {
            following = Math.min(following, nanosOfWrites());
            view("series").shutDown();
            held = Math.min(held, nanosOfWrites());
            view("series").start();
        }

        assertThat(held).isLessThan(2 * following);
    }

    private long nanosOfWrites() {
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) crayon(own).log("foo", "loss", i, i, i);
        return System.nanoTime() - begin;
    }

    @Test
    @Tag("ops-1.read.wait")
    @Tag("ops-2.position.behind")
    void reads_that_need_it_wait_before_they_are_put_off_and_others_are_answered() throws Exception {
        view("series").shutDown();
        crayon(own).log("foo", "loss", 1, 1, 1);

        expectPutOff(own.http().get("/data/scalars", "xp", "foo", "name", "loss"));
        expectPutOff(own.http().get("/data", "xp", "foo"));
        Deadline.until("the other view has caught up", () -> isAnswered("/data"));
    }

    private static void expectPutOff(Request read) {
        long begin = System.nanoTime();
        read.answers(503).isPlainText().hasHeader("Retry-After", "1");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(WAIT);
    }

    @Test
    void views_that_go_on_catch_up_with_everything() throws Exception {
        byte[] backup = crayon(own).backup("foo");
        view("series").shutDown();
        view("crayon").shutDown();
        for (int i = 1; i <= 100; i++) crayon(own).log("foo", "loss", i, i, i);
        crayon(own).histogram("foo", "weights", true, "[1,1,[1.5]]").answers(200, "ok");
        crayon(own).create("bar").delete("bar").restore("copy", backup);
        expectPutOff(own.http().get("/data"));

        view("series").start();
        view("crayon").start();

        untilCaughtUp();
        crayon(own).names().hasBody("[\"copy\",\"foo\"]");
        crayon(own).scalars("copy", "loss").hasBody(points(1));
        crayon(own).scalars("foo", "loss").hasBody(points(101));
        crayon(own).series("foo").hasBody("{\"scalars\":[\"loss\"],\"histograms\":[\"weights\"]}");
    }

    private boolean isAnswered(String path, String... query) throws IOException {
        return own.http().get(path, query).send().status() == 200;
    }

    private static String points(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "[%d.0,%d,%d.0]".formatted(i, i, i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void names_are_put_off_when_their_own_view_is_held() throws Exception {
        view("crayon").shutDown();

        crayon(own).create("bar").log("bar", "loss", 1, 1, 1).delete("bar").create("bar");
        own.http().get("/data").answers(503).isPlainText().hasHeader("Retry-After", "1");
        own.http().get("/data", "consistency", "eventual").answers(200, "[\"foo\"]");
        view("crayon").start();

        untilCaughtUp();
        crayon(own).names().hasBody("[\"bar\",\"foo\"]");
        crayon(own).series("bar").hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @Test
    @Tag("ops-2.eventual")
    void an_eventual_read_answers_what_is_there() {
        view("series").shutDown();
        crayon(own).log("foo", "loss", 1, 1, 1);

        own.http()
                .get("/data/scalars", "xp", "foo", "name", "loss", "consistency", "eventual")
                .answers(200, "[[0.0,0,0.0]]");
    }

    @Test
    @Tag("ops-2.position.behind")
    void a_read_that_names_a_position_to_come_is_put_off() {
        String future = Long.toString(position(crayon(own).names()) + 1);

        own.http()
                .get("/data")
                .header("Daybook-Position", future)
                .answers(503)
                .isPlainText()
                .hasHeader("Retry-After", "1");
    }

    @Test
    void a_server_that_is_stopped_while_a_view_is_held_has_everything_when_it_comes_back() throws Exception {
        view("series").shutDown();
        for (int i = 1; i <= 30; i++) crayon(own).log("foo", "loss", i, i, i);

        own.restart();
        untilCaughtUp();

        crayon(own).scalars("foo", "loss").hasBody(points(31));
    }
}
