package io.daybook.http.refusal;

import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Tomcat itself refuses before any filter sees it; its own page would name its version. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger logger = LoggerFactory.getLogger(ProblemValve.class);

    private final Problems problems;

    ProblemValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            if (response.getHeader("X-Request-Id") == null) {
                response.setHeader("X-Request-Id", UUID.randomUUID().toString());
            }
            problems.answer(request, response, status);
            response.finishResponse();
        } catch (IOException gone) {
            logger.debug("nobody is left to be told", gone);
        }
    }
}
