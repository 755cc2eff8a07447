package io.daybook.http.request;

import io.daybook.http.refusal.Problems;
import io.daybook.http.refusal.Routes;
import io.daybook.http.refusal.UnknownPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Outermost: gives each request its id and its tidy path, and keeps strangers off the Crayon port. */
final class RequestFilter extends HttpFilter {

    private static final Logger logger = LoggerFactory.getLogger(RequestFilter.class);

    private final transient Problems problems;
    private final transient Routes routes;
    private final transient CrossOrigin crossOrigin;

    RequestFilter(Problems problems, Routes routes, CrossOrigin crossOrigin) {
        this.problems = problems;
        this.routes = routes;
        this.crossOrigin = crossOrigin;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.assign(request);
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        crossOrigin.allow(request, response);
        try (MDC.MDCCloseable ignored = MDC.putCloseable("requestId", id)) {
            pass(new TidyRequest(request), response, chain);
            logger.debug("{} {} {}", request.getMethod(), request.getRequestURI(), response.getStatus());
        } finally {
            Bodies.leave(request);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (routes.astray(request)) {
            problems.answer(request, response, new UnknownPath());
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) throw failure;
            problems.answer(request, response, failure);
        }
    }
}
