package io.daybook.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @Test
    @Covers("GET /health")
    void says_who_it_is_and_what_time_it_is_here() {
        Response health = edge.http().get("/health").answers(200);

        health.hasHeader("Content-Type", "application/json;charset=utf-8");
        assertThat(health.text())
                .matches("\\{\"app_name\":\"Daybook\",\"package_version\":\"1\\.2\\.3\","
                        + "\"server_time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\"}");
    }

    @Test
    void asks_nobody() {
        edge.http().get("/health/").answers(200);

        assertThat(edge.world.sent(Object.class)).isEmpty();
    }
}
