package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A view that is held still: writers do not notice, readers are told to come back. */
abstract class HeldViewStories extends Stories {

    private final RunningServer own;

    HeldViewStories(RunningServer server) {
        super(server);
        own = server.another().with("daybook.read.wait", "300ms");
    }

    @BeforeEach
    void begin() {
        own.start();
        crayon(own).create("foo").log("foo", "loss", 0, 0, 0);
        crayon(own).scalars("foo", "loss").hasBody("[[0.0,0,0.0]]");
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
    void writes_are_acknowledged_and_reads_that_need_it_are_put_off_until_it_goes_on() throws Exception {
        view("series").shutDown();

        for (int i = 1; i <= 100; i++) crayon(own).log("foo", "loss", i, i, i);
        own.http()
                .get("/data/scalars", "xp", "foo", "name", "loss")
                .answers(503)
                .isPlainText()
                .hasHeader("Retry-After", "1");
        own.http().get("/data", "xp", "foo").answers(503).isPlainText();
        crayon(own).names().hasBody("[\"foo\"]");
        view("series").start();

        Deadline.until("the view has caught up", () -> scalars().status() == 200);
        assertThat(CrayonClient.JSON.readTree(scalars().text()).size()).isEqualTo(101);
    }

    @Test
    void names_are_put_off_when_their_own_view_is_held() throws Exception {
        view("crayon").shutDown();

        crayon(own).create("bar").log("bar", "loss", 1, 1, 1).delete("bar").create("bar");
        own.http().get("/data").answers(503).isPlainText().hasHeader("Retry-After", "1");
        own.http().get("/data", "consistency", "eventual").answers(200, "[\"foo\"]");
        view("crayon").start();

        Deadline.until(
                "the view has caught up", () -> own.http().get("/data").send().status() == 200);
        crayon(own).names().hasBody("[\"bar\",\"foo\"]");
        crayon(own).series("bar").hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @Test
    void an_eventual_read_answers_what_is_there() {
        view("series").shutDown();
        crayon(own).log("foo", "loss", 1, 1, 1);

        own.http()
                .get("/data/scalars", "xp", "foo", "name", "loss", "consistency", "eventual")
                .answers(200, "[[0.0,0,0.0]]");
    }

    @Test
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
    void a_server_that_is_stopped_while_a_view_is_held_has_everything_when_it_comes_back() {
        view("series").shutDown();
        for (int i = 1; i <= 30; i++) crayon(own).log("foo", "loss", i, i, i);

        own.restart();

        assertThat(CrayonClient.JSON
                        .readTree(crayon(own).scalars("foo", "loss").text())
                        .size())
                .isEqualTo(31);
    }

    private Response scalars() throws IOException {
        return own.http().get("/data/scalars", "xp", "foo", "name", "loss").send();
    }
}
