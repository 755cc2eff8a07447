package io.daybook.http.request;

import io.daybook.api.page.Slice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The query parameters limit and offset. Bad values are never an error. */
public final class Paging {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");

    private Paging() {}

    public static Slice of(HttpServletRequest request) {
        QueryString query = QueryString.of(request);
        long limit = Math.clamp(number(query, "limit", USUAL), 0, MOST);
        return new Slice(Math.max(0, number(query, "offset", 0)), (int) limit);
    }

    private static long number(QueryString query, String name, long otherwise) {
        String text = query.lenient(name).strip();
        if (!INTEGER.matcher(text).matches()) return otherwise;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyond) {
            return otherwise;
        }
    }
}
