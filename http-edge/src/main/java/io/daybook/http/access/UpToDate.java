package io.daybook.http.access;

import io.daybook.api.log.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request in when this node knows what was acknowledged before it came, by whichever node. Once for each, and
 * before anything else: rights may have been taken away elsewhere.
 */
final class UpToDate implements HandlerInterceptor {

    /** Operators look at a node also when it cannot be brought up to date. */
    private static final String OPERATION = "/ops/";

    private static final String BACKUP = "/ops/backup";
    private static final String METRICS = "/actuator/";

    /** Found without reading the query: what is wrong with that is told later. */
    private static final String EVENTUAL = "consistency=eventual";

    private final Freshness node;

    UpToDate(Freshness node) {
        this.node = node;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isAboutTheLog(method, request)) node.await();
        return true;
    }

    private static boolean isAboutTheLog(HandlerMethod method, HttpServletRequest request) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        boolean reads = request.getMethod().equals("GET");
        if (requires == null || (reads && requires.value()[0] == Permit.PUBLIC)) return false;
        String path = request.getRequestURI();
        if (path.startsWith(METRICS) || (path.startsWith(OPERATION) && !path.startsWith(BACKUP))) return false;
        return !reads || !String.valueOf(request.getQueryString()).contains(EVENTUAL);
    }
}
