package io.daybook.http.message;

import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Says in the answer to the request of this thread which things it lacks something of. Whatever a route makes of the
 * answers to its queries, and be it that nothing is there, it is told.
 */
final class Degradation {

    private Degradation() {}

    static void tell(@Nullable Object aggregates) {
        if (aggregates == null) return;
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) return;
        HttpServletResponse response = request.getResponse();
        if (response != null) Reply.degraded(response, aggregates.toString());
    }
}
