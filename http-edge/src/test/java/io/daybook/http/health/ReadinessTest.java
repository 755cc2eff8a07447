package io.daybook.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.EdgeServer;
import io.daybook.http.access.Signed;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.HttpCaller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;

/** Authentication is on, and nobody who asks is known. */
class ReadinessTest {

    private static final String UP = "{\"status\":\"UP\"}";

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @Test
    @Tag("ops-5.health")
    @Tag("ops-7.rights")
    @Covers({"GET /actuator/health", "GET /actuator/health/liveness", "GET /actuator/health/readiness"})
    void a_server_that_is_well_says_so_to_everybody_and_no_more() {
        edge.http().get("/actuator/health").answers(200, "{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        edge.http().get("/actuator/health/liveness").answers(200, UP);
        edge.http()
                .get("/actuator/health/readiness/")
                .answers(200, UP)
                .hasHeader("Content-Type", "application/json;charset=utf-8")
                .hasHeader("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @CsvSource({"DEGRADED, 200", "DOWN, 503", "OUT_OF_SERVICE, 503", "UNKNOWN, 200"})
    void the_status_is_told_in_words_and_by_the_number(String status, int number) {
        edge.health = new Status(status);

        edge.http().get("/actuator/health/readiness").answers(number, "{\"status\":\"" + status + "\"}");
        edge.http().get("/actuator/health").answers(number).says("{\"status\":\"" + status + "\",");
        edge.http().get("/actuator/health/liveness").answers(200, UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/info",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/health/log",
                "/actuator/health/readiness/log"
            })
    void nothing_else_of_its_kind_is_served(String path) {
        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
        edge.http().post(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void it_is_a_route_like_any_other(String path) {
        edge.http().post(path).answers(405).isEnvelope("METHOD_NOT_ALLOWED").hasHeader("Allow", "GET");
        edge.http()
                .get(path)
                .header("X-Request-Id", "mine")
                .answers(200)
                .hasHeader("X-Request-Id", "mine")
                .hasHeader("Access-Control-Allow-Origin", "*");
        assertThat(edge.http().request("HEAD", path).answers(405).bytes()).isEmpty();
        try (HttpCaller crayon = new HttpCaller(edge.crayonPort())) {
            crayon.get(path).answers(404).isPlainText();
        }
    }
}
