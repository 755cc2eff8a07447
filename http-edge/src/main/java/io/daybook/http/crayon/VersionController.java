package io.daybook.http.crayon;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.refusal.Routes;
import io.daybook.http.request.MainPort;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door bell: clients look for the version of the protocol, people for the dashboard. */
@Controller
final class VersionController {

    private final Routes routes;
    private final MainPort mainPort;

    VersionController(Routes routes, MainPort mainPort) {
        this.routes = routes;
        this.mainPort = mainPort;
    }

    @GetMapping("/")
    @Requires(Permit.PUBLIC)
    @Speaks(
            value = "Tells the version of the protocol; sends browsers to the dashboard",
            media = "text/plain",
            also = 303)
    void version(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept");
        if (browser(request.getHeader("Accept"))) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", dashboard(request));
        } else {
            Reply.send(response, 200, Reply.TEXT, "0.5");
        }
    }

    private static boolean browser(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    private String dashboard(HttpServletRequest request) {
        if (!routes.atCrayonPort(request)) return "/ui";
        return request.getScheme() + "://" + request.getServerName() + ":" + mainPort.get() + "/ui";
    }
}
