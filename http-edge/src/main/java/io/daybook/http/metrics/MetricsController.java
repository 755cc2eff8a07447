package io.daybook.http.metrics;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.request.Reply;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class MetricsController {

    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/actuator/prometheus")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Tells what was counted and measured, for Prometheus", media = "text/plain")
    void scrape(HttpServletResponse response) throws IOException {
        Reply.send(response, 200, FORMAT, registry.scrape());
    }
}
