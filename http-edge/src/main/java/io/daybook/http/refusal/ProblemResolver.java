package io.daybook.http.refusal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What controllers throw. */
final class ProblemResolver implements HandlerExceptionResolver {

    private final Problems problems;

    ProblemResolver(Problems problems) {
        this.problems = problems;
    }

    /**
     * Once part of an answer is on its way, the failure goes on to the container, which then cuts the connection: a
     * short answer must never look like a whole one.
     */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (refusedAlready(request)) return new ModelAndView();
        if (response.isCommitted()) return null;
        try {
            problems.answer(request, response, worded(request, handler, failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** A POST below, or a PATCH of, something that is not there is an invalid request and not a missing page. */
    private static Exception worded(HttpServletRequest request, @Nullable Object handler, Exception failure) {
        boolean changes =
                request.getMethod().equals("POST") || request.getMethod().equals("PATCH");
        boolean excepted = handler instanceof HandlerMethod route && route.hasMethodAnnotation(UnknownIsNotFound.class);
        if (!changes || excepted || !(failure instanceof Refused refused) || !refused.isOfUnknown()) return failure;
        return new BadRequest(refused.details().message());
    }

    /** The container refuses a body by itself that it cannot read to its end; {@link ProblemValve} then words that. */
    private static boolean refusedAlready(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
    }
}
