package io.daybook.http.dashboard;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page itself; its style and script are plain files beside it. */
@Controller
final class DashboardController {

    private static final Resource PAGE = new ClassPathResource("dashboard/index.html");

    @GetMapping("/ui")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Shows the dashboard", media = "text/html")
    void page(HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(PAGE.getContentAsByteArray());
    }
}
