package io.daybook.http.audit;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a query string asks the log for. */
record AuditQuery(EventFilter filter, int limit) {

    private static final int DEFAULT = 100;
    private static final int MOST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    static AuditQuery of(HttpServletRequest request, Moments moments) {
        QueryString query = QueryString.of(request);
        long after =
                query.find("after").map(text -> Moments.position("after", text)).orElse(0L);
        long from = query.find("from").map(text -> moments.first("from", text)).orElse(0L);
        long to = query.find("to").map(text -> moments.last("to", text)).orElse(Long.MAX_VALUE);
        Origin origin = new Origin(
                id(query, "project"), id(query, "actor"), query.find("via").orElse(null));
        String aggregate = query.find("aggregate").orElse(null);
        Set<String> types = Set.copyOf(query.all("type"));
        return new AuditQuery(new EventFilter(Math.max(after, from - 1), to, aggregate, types, origin), limit(query));
    }

    static @Nullable String id(QueryString query, String name) {
        String text = query.find(name).orElse(null);
        if (text == null || NUMBER.matcher(text).matches())
            return text == null ? null : String.valueOf(Long.parseLong(text));
        throw new BadRequest(name + " is not an id");
    }

    private static int limit(QueryString query) {
        String text = query.find("limit").orElse(null);
        if (text == null) return DEFAULT;
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) < 1) {
            throw new BadRequest("limit is a number from 1 to " + MOST);
        }
        return (int) Math.min(Long.parseLong(text), MOST);
    }
}
