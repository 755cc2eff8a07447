package io.daybook.http.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.user.UserId;
import io.daybook.http.EdgeServer;
import io.daybook.http.access.Signed;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.HttpCaller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsTest {

    private static final String PATH = "/actuator/prometheus";
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void users_are_known() {
        Signed.prepare(edge);
    }

    private static HttpCaller admin() {
        return edge.http().as(Signed.bearer(UserId.DEFAULT));
    }

    @Test
    @Tag("ops-5.health")
    @Covers("GET /actuator/prometheus")
    void admins_read_what_was_counted() {
        admin().get("/health").answers(200);
        reaches(1, () -> count("GET", "/health", 200));

        admin().get(PATH)
                .answers(200)
                .hasHeader("Content-Type", "text/plain;version=0.0.4;charset=utf-8")
                .says("# HELP daybook_http_requests_seconds Requests that were answered, and how long it took")
                .says("daybook_http_requests_seconds_count{method=\"GET\",route=\"/health\",status=\"200\"}");
    }

    @Test
    @Tag("ops-7.rights")
    void nobody_else_does() {
        edge.http().get(PATH).answers(401).isEnvelope("TOKEN_MISSING");
        edge.http()
                .get(PATH)
                .header("Authorization", "Bearer none")
                .answers(401)
                .isEnvelope("TOKEN_INVALID");
        edge.http()
                .as(Signed.bearer(Signed.MEMBER))
                .get(PATH + "/")
                .answers(403)
                .isEnvelope("ADMIN_REQUIRED");
        admin().post(PATH).answers(405).isEnvelope("METHOD_NOT_ALLOWED");
    }

    /** Else each caller could make the server remember another path, or method, for ever. */
    @Test
    void what_callers_invent_makes_no_series_of_its_own() {
        admin().get("/nowhere/7").answers(404);
        admin().get("/nowhere/8").answers(404);
        admin().request("BREW", "/health").answers(405);

        reaches(2, () -> count("GET", "none", 404));
        reaches(1, () -> count("OTHER", "none", 405));
    }

    @Test
    void times_are_seconds() {
        admin().get("/project/none").answers(404);
        reaches(1, () -> count("GET", "/project/{id}", 404));

        Timer timer = timer("GET", "/project/{id}", 404);
        assertThat(timer.totalTime(TimeUnit.SECONDS)).isBetween(1e-6, 20.0);
    }

    @Test
    @Tag("ops-5.metrics")
    void bytes_of_bodies_are_counted_both_ways() {
        double in = counter("daybook.http.received").count();
        double out = counter("daybook.http.sent").count();
        byte[] answer = admin().post("/auth")
                .body("{\"username\":\"" + "x".repeat(5_000))
                .answers(422)
                .bytes();

        reaches(5_000, () -> counter("daybook.http.received").count() - in);
        reaches(answer.length, () -> counter("daybook.http.sent").count() - out);
    }

    /** A request is counted when its answer is complete, which the caller may know a moment earlier. */
    private static void reaches(double wanted, DoubleSupplier figure) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (figure.getAsDouble() < wanted && System.nanoTime() < end) LockSupport.parkNanos(1_000_000);
        assertThat(figure.getAsDouble()).isGreaterThanOrEqualTo(wanted);
    }

    private static double count(String method, String route, int status) {
        Timer timer = edge.bean(MeterRegistry.class)
                .find("daybook.http.requests")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private static Timer timer(String method, String route, int status) {
        return edge.bean(MeterRegistry.class)
                .get("daybook.http.requests")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .timer();
    }

    private static Counter counter(String name) {
        return edge.bean(MeterRegistry.class).get(name).counter();
    }
}
