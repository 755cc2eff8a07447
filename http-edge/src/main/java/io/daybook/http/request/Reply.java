package io.daybook.http.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Puts an answer into a response. */
public final class Reply {

    public static final String POSITION = "Daybook-Position";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String JSON = "application/json; charset=utf-8";

    private Reply() {}

    /** States the position that the answer is true for, unless it is not known (below 0). */
    public static void position(HttpServletResponse response, long position) {
        if (position >= 0) response.setHeader(POSITION, Long.toString(position));
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
