package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser gets where a Crayon client gets the version of the protocol. */
class PageIT {

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE);

    @Test
    void a_browser_is_sent_to_the_page() {
        server.http().get("/").header("Accept", "text/html").answers(303).hasHeader("Location", "/ui");
        server.crayon().get("/").header("Accept", "text/html").answers(303);
    }

    @Test
    void the_page_runs_no_script_but_its_own() {
        var page = server.http().get("/ui").answers(200).says("<title>Daybook</title>");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
        server.http().get("/ui/page.js").answers(200).says("textContent");
        server.http().get("/ui/style.css").answers(200);
    }

    @Test
    void a_file_that_the_page_does_not_have_is_unknown() {
        server.http().get("/ui/nothing").answers(404).isEnvelope("NOT_FOUND");
        server.http().get("/ui/../application.yml").answers(404);
    }
}
