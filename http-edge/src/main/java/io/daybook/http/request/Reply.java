package io.daybook.http.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts an answer into a response. */
public final class Reply {

    public static final String POSITION = "Daybook-Position";
    public static final String DEGRADED = "Daybook-Degraded";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String JSON = "application/json; charset=utf-8";

    /** A header is not to grow without bounds. */
    private static final int MOST_DEGRADED = 32;

    private Reply() {}

    /** States the position that the answer is true for, unless it is not known (below 0). */
    public static void position(HttpServletResponse response, long position) {
        if (position >= 0) response.setHeader(POSITION, Long.toString(position));
    }

    /**
     * States what the answer lacks something of, beside what it was said to lack before.
     *
     * @param aggregates separated by commas
     */
    public static void degraded(HttpServletResponse response, String aggregates) {
        Set<String> all = new LinkedHashSet<>();
        String before = response.getHeader(DEGRADED);
        if (before != null) all.addAll(List.of(before.split(", ")));
        all.addAll(List.of(aggregates.split(", ")));
        response.setHeader(DEGRADED, all.stream().limit(MOST_DEGRADED).collect(Collectors.joining(", ")));
    }

    /** Whether the caller wants an answer of this type rather than the usual one. */
    public static boolean isAskedFor(HttpServletRequest request, String contentType) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(contentType);
    }

    public static void send(HttpServletResponse response, int status, String contentType, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
