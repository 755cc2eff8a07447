package io.daybook.http.health;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** For those who watch servers. What is wrong is in the log, and in the metrics: here it is told to nobody. */
@Controller
final class ReadinessController {

    private final Readiness readiness;

    ReadinessController(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/actuator/health")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Tells how the server is", answers = AllHealth.class, likewise = 503)
    void health(HttpServletResponse response) throws IOException {
        String status = readiness.status().getCode();
        send(response, status, new AllHealth(status, List.of("liveness", "readiness")));
    }

    @GetMapping("/actuator/health/liveness")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Tells that the server lives", answers = PartHealth.class)
    void liveness(HttpServletResponse response) throws IOException {
        send(response, Status.UP.getCode(), new PartHealth(Status.UP.getCode()));
    }

    @GetMapping("/actuator/health/readiness")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Tells whether requests should be sent here", answers = PartHealth.class, likewise = 503)
    void readiness(HttpServletResponse response) throws IOException {
        String status = readiness.status().getCode();
        send(response, status, new PartHealth(status));
    }

    private static void send(HttpServletResponse response, String status, Object body) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        JsonReply.send(response, Readiness.isDown(status) ? 503 : 200, body);
    }

    public record AllHealth(String status, List<String> groups) {}

    public record PartHealth(String status) {}
}
