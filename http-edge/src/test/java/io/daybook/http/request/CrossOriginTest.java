package io.daybook.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.EdgeServer;
import io.daybook.http.EdgeSettings;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

    @RegisterExtension
    static final EdgeServer open = new EdgeServer();

    @RegisterExtension
    static final EdgeServer listed = new EdgeServer(
            new EdgeSettings.Access(true, new byte[32], List.of("https://a.example", "https://b.example:8443")));

    private static Response letsIn(Response answer, String origin) {
        return answer.hasHeader("Access-Control-Allow-Origin", origin)
                .hasHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
                .hasHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS")
                .hasHeader("Access-Control-Max-Age", "600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/project",
                "/project/",
                "/project/3",
                "/project/abc",
                "/tag/iteration/3/5",
                "/userpermission/user/1/project/2",
                "/auth",
                "/health",
                "/data/scalars",
                "/"
            })
    void options_are_told_on_every_path_that_there_is(String path) {
        letsIn(open.http().request("OPTIONS", path).answers(200, ""), "*");
        letsIn(preflight(listed, path).answers(200, ""), "https://a.example");
    }

    private static Request preflight(EdgeServer edge, String path) {
        return edge.http()
                .request("OPTIONS", path)
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization");
    }

    @Test
    void options_of_a_path_that_there_is_not_are_not_found() {
        letsIn(preflight(listed, "/nowhere").answers(404).isEnvelope("NOT_FOUND"), "https://a.example");
        open.http().request("OPTIONS", "/project/3/nowhere").answers(404).isEnvelope("NOT_FOUND");
    }

    @Test
    void failures_are_for_pages_of_other_origins_as_well() {
        letsIn(open.http().get("/nowhere").answers(404), "*");
        letsIn(open.http().request("PUT", "/project").answers(405), "*");
        letsIn(open.http().get("/project/abc").answers(404), "*");
        letsIn(open.http().post("/project").body("{").answers(422), "*");
        letsIn(open.http().post("/project").body("x".repeat(100_001)).answers(413), "*");
        letsIn(open.http().get("/data").answers(500), "*");
        letsIn(
                listed.http()
                        .get("/project")
                        .header("Origin", "https://a.example")
                        .answers(401),
                "https://a.example");
    }

    @Test
    void one_of_several_origins_gets_itself() {
        letsIn(
                        listed.http()
                                .get("/health")
                                .header("Origin", "https://b.example:8443")
                                .answers(200),
                        "https://b.example:8443")
                .hasHeader("Vary", "Origin")
                .hasHeader("Access-Control-Allow-Credentials", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://c.example", "https://b.example", "http://a.example", "https://A.example", "null"})
    void an_origin_that_is_not_listed_gets_none(String origin) {
        Response answer = listed.http().get("/health").header("Origin", origin).answers(200);

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        answer.hasHeader("Vary", "Origin");
    }

    @Test
    void where_every_origin_may_call_none_sends_credentials() {
        Response answer =
                open.http().get("/health").header("Origin", "https://c.example").answers(200);

        assertThat(letsIn(answer, "*").header("Access-Control-Allow-Credentials"))
                .isNull();
    }
}
