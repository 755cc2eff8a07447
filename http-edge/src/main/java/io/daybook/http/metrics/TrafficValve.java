package io.daybook.http.metrics;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Counts each request when its answer is complete: of one that is streamed, a filter would not see the end. */
final class TrafficValve extends ValveBase implements AccessLog {

    private final Traffic traffic;

    TrafficValve(Traffic traffic) {
        super(true);
        this.traffic = traffic;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        traffic.count(request.getMethod(), text(route), response.getStatus(), nanos);
        traffic.bytes(request.getCoyoteRequest().getBytesRead(), response.getBytesWritten(false));
    }

    private static @Nullable String text(@Nullable Object route) {
        return route == null ? null : route.toString();
    }

    /** Nothing is put into requests for others who log. */
    @Override
    public void setRequestAttributesEnabled(boolean enabled) {}

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
