package io.daybook.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.EdgeServer;
import io.daybook.http.EdgeSettings;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page under {@code /docs}. */
class PageTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @RegisterExtension
    static final EdgeServer open = new EdgeServer();

    @RegisterExtension
    static final EdgeServer closed = new EdgeServer(new EdgeSettings.Access(
            true, "a secret of this test, long enough for it".getBytes(StandardCharsets.UTF_8), List.of("*")));

    @Test
    void nobody_is_asked_who_they_are() throws IOException {
        for (EdgeServer edge : List.of(open, closed)) {
            for (String path : List.of("/docs", "/docs/")) {
                Response page = edge.http().get(path).send().hasStatus(200);
                assertThat(page.header("Content-Type")).startsWith("text/html");
                assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
            }
            edge.http().get("/docs/schema").send().hasStatus(200);
        }
    }

    @Test
    void all_of_the_page_comes_from_here() throws IOException {
        Matcher addresses = ADDRESS.matcher(closed.http().get("/docs").send().text());

        assertThat(addresses.results().map(found -> found.group(1))).hasSize(4).allSatisfy(address -> assertThat(
                        closed.http().get(address).send().status())
                .as(address)
                .isEqualTo(200));
    }

    @Test
    void crayons_port_shows_no_page() throws IOException {
        assertThat(open.raw(open.crayonPort(), "GET /docs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }
}
