package io.daybook.http.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers with a failure, in the words of the protocol that was spoken. */
public final class Problems {

    private static final List<String> KEPT = List.of(
            "X-Request-Id",
            "Daybook-Degraded",
            "X-Content-Type-Options",
            "Allow",
            "Vary",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Methods",
            "Access-Control-Max-Age",
            "Access-Control-Allow-Credentials");

    private final Translator translator = new Translator();
    private final Routes routes;

    Problems(Routes routes) {
        this.routes = routes;
    }

    /** Takes back what was prepared and not yet sent. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        answer(request, response, translator.problem(failure));
    }

    void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        answer(request, response, translator.problem(status));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Dialect dialect = routes.dialect(request);
        byte[] body = dialect.body(problem);
        clear(response);
        response.setStatus(dialect.status(problem));
        if (problem.status() == 401) response.setHeader("WWW-Authenticate", dialect.challenge());
        problem.headers().forEach(response::setHeader);
        response.setContentType(dialect.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void clear(HttpServletResponse response) {
        Map<String, String> kept = new HashMap<>();
        for (String name : KEPT) {
            String value = response.getHeader(name);
            if (value != null) kept.put(name, value);
        }
        response.reset();
        kept.forEach(response::setHeader);
    }
}
