package io.daybook.http.resource;

import io.daybook.api.resource.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;

/** Entity tags: bytes are what they were as long as their hash is. */
final class Tags {

    private Tags() {}

    static String of(Content content) {
        return "\"" + content.hash() + "\"";
    }

    /** Whether the caller has the bytes already. */
    static boolean match(HttpServletRequest request, Content content) {
        return Collections.list(request.getHeaders("If-None-Match")).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(content)));
    }

    /** Whether the caller has the beginning of these bytes, or does not say what of. */
    static boolean allowRange(HttpServletRequest request, Content content) {
        String condition = request.getHeader("If-Range");
        return condition == null || condition.strip().equals(of(content));
    }
}
