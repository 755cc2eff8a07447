package io.daybook.http.docs;

import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Controller
final class DocsController {

    private static final Resource PAGE = new ClassPathResource("docs/index.html");

    /** Swagger UI writes styles into the page, and draws its icons from addresses that hold them. */
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final Description description;
    private final ObjectProvider<RequestMappingHandlerMapping> served;

    DocsController(Description description, ObjectProvider<RequestMappingHandlerMapping> served) {
        this.description = description;
        this.served = served;
    }

    @GetMapping("/docs")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Shows this description as a page", media = "text/html")
    void page(HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(PAGE.getContentAsByteArray());
    }

    @GetMapping("/docs/schema")
    @Requires(Permit.PUBLIC)
    @Speaks(value = "Tells this description", answers = AnyObject.class)
    void schema(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] json = description.json(request, served.getObject());
        response.setContentType(Reply.JSON);
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream().write(json);
    }

    @Shape("{\"type\":\"object\"}")
    interface AnyObject {}
}
