package io.daybook.http.crayon;

import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.HttpCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VersionTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @Test
    void tells_the_version_of_the_protocol() {
        edge.http().get("/").answers(200, "0.5").isPlainText();
        edge.http().get("/").header("Accept", "*/*").answers(200, "0.5");
        edge.http().get("/").header("Accept", "application/json").answers(200, "0.5");
    }

    @Test
    void sends_a_browser_to_the_dashboard() {
        edge.http()
                .get("/")
                .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .answers(303, "")
                .hasHeader("Location", "/ui");
    }

    @Test
    void sends_a_browser_from_the_crayon_port_to_the_main_port() {
        try (HttpCaller crayon = new HttpCaller(edge.crayonPort())) {
            crayon.get("/")
                    .header("Accept", "text/html")
                    .answers(303)
                    .hasHeader("Location", "http://127.0.0.1:" + edge.port() + "/ui");
        }
    }
}
