package io.daybook.http.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a failure, in the words of the protocol that was spoken. */
public final class Problems {

    private static final String[] KEPT = {"X-Request-Id", "X-Content-Type-Options", "Allow"};

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
        problem.headers().forEach(response::setHeader);
        response.setContentType(dialect.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void clear(HttpServletResponse response) {
        String[] values = new String[KEPT.length];
        for (int i = 0; i < KEPT.length; i++) values[i] = response.getHeader(KEPT[i]);
        response.reset();
        for (int i = 0; i < KEPT.length; i++) {
            if (values[i] != null) response.setHeader(KEPT[i], values[i]);
        }
    }
}
