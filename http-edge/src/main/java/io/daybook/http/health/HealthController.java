package io.daybook.http.health;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.request.LocalDates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Asks nobody: says that the server answers, and nothing about how it is. */
@Controller
final class HealthController {

    private final String version;
    private final LocalDates dates;

    HealthController(String version, LocalDates dates) {
        this.version = version;
        this.dates = dates;
    }

    @GetMapping("/health")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Tells that the server answers", answers = HealthBody.class)
    void health(HttpServletResponse response) throws IOException {
        HealthBody body = new HealthBody("Daybook", version, dates.now());
        JsonReply.send(response, body::write);
    }
}
