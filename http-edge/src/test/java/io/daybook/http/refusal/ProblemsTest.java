package io.daybook.http.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.HttpCaller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @ParameterizedTest
    @ValueSource(strings = {"/data/foo", "/data/scalars/foo", "/backup/foo", "/data/../nowhere/x/../../data/q"})
    void below_crayons_paths_an_unknown_one_is_told_in_text(String path) {
        edge.http().get(path).answers(404).isPlainText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/ui/nothing", "/error", "/database", "/health/x"})
    void elsewhere_an_unknown_path_is_told_in_the_envelope(String path) {
        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /data, 'GET, POST, DELETE'",
        "PATCH, /data, 'GET, POST, DELETE'",
        "DELETE, /data/scalars, 'GET, POST'",
        "DELETE, /backup, 'GET, POST'",
        "POST, /, GET"
    })
    void a_wrong_method_is_told_which_ones_are_right(String method, String path, String allowed) {
        String allow =
                edge.http().request(method, path).answers(405).isPlainText().header("Allow");

        assertThat(allow.split(", ")).containsExactlyInAnyOrder(allowed.split(", "));
    }

    @Test
    void head_is_a_wrong_method_too() {
        edge.http().request("HEAD", "/").answers(405, "").hasHeader("Allow", "GET");
        edge.http().request("HEAD", "/data/scalars").answers(405, "");
    }

    @Test
    void a_wrong_method_elsewhere_is_told_in_the_envelope() {
        edge.http()
                .post("/health")
                .answers(405)
                .isEnvelope("METHOD_NOT_ALLOWED")
                .hasHeader("Allow", "GET");
        edge.http().request("HEAD", "/health").answers(405).hasHeader("Allow", "GET");
        edge.http().request("TRACE", "/health").answers(405).isEnvelope("METHOD_NOT_ALLOWED");
    }

    @Test
    void the_crayon_port_serves_nothing_but_crayon() {
        try (HttpCaller crayon = new HttpCaller(edge.crayonPort())) {
            crayon.get("/").answers(200, "0.5");
            crayon.get("/health").answers(404).isPlainText();
            crayon.get("/nowhere").answers(404).isPlainText();
            crayon.request("PUT", "/data").answers(405).isPlainText();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /data? HTTP/9.9\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /a%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /x HTTP/1.1\r\nConnection: close\r\n\r\n"
            })
    void what_is_not_http_is_refused_without_naming_the_container(String request) {
        String answer = edge.raw(edge.port(), request);

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("Tomcat", "<html", "Apache");
        assertThat(answer.substring(9, 10)).isIn("4", "5");
    }

    @Test
    void what_the_container_refuses_is_called_what_it_is() {
        assertThat(new Translator().problem(400).message()).contains("not well-formed", "broke off");
        assertThat(new Translator().problem(408).message()).contains("in time");
        assertThat(new Translator().problem(431).message()).contains("too long");
    }

    @Test
    @Tag("ops-0.errors")
    void every_refusal_has_a_status_in_both_dialects() {
        for (Refusal refusal : Refusal.values()) {
            Problem problem = new Translator().problem(new Refused(refusal, "so"));

            assertThat(Dialect.ENVELOPE.status(problem)).isIn(401, 403, 404, 409, 422, 503);
            assertThat(Dialect.PLAIN.status(problem)).isIn(400, 401, 403, 503);
        }
    }

    @ParameterizedTest
    @Tag("ops-2.overload")
    @EnumSource(
            value = Refusal.class,
            names = {"PROJECTION_BEHIND", "OVERLOADED", "STORE_UNAVAILABLE"})
    void what_passes_says_when_to_come_back(Refusal refusal) {
        assertThat(new Translator().problem(new Refused(refusal, "so")).headers())
                .containsEntry("Retry-After", "1");
    }
}
