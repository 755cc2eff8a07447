package io.daybook.http.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page itself; its styles and modules are plain files beside it. */
@Controller
final class DashboardController {

    private final PageFiles files;

    DashboardController(PageFiles files) {
        this.files = files;
    }

    @GetMapping("/ui")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Shows the dashboard", media = "text/html")
    void page(HttpServletResponse response) throws IOException {
        Page page = files.page();
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(page.html().getBytes(UTF_8));
    }
}
