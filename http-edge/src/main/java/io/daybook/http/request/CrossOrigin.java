package io.daybook.http.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** What pages of other origins may do (CORS). */
final class CrossOrigin {

    private static final String ALL = "*";

    private final List<String> origins;

    /** @param origins those that may call, or {@code *} */
    CrossOrigin(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    void allow(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, OPTIONS");
        response.setHeader("Access-Control-Max-Age", "600");
        if (origins.contains(ALL)) {
            response.setHeader("Access-Control-Allow-Origin", ALL);
        } else {
            allowListed(request.getHeader("Origin"), response);
        }
    }

    private void allowListed(String origin, HttpServletResponse response) {
        response.setHeader("Vary", "Origin");
        if (origin == null || !origins.contains(origin)) return;
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }
}
