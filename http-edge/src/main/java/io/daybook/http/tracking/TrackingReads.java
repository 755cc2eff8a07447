package io.daybook.http.tracking;

import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.http.json.JsonReply;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Paging;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Asks the views, and writes what the contract calls a resource, a page or a list. */
public final class TrackingReads {

    private final Queries queries;

    TrackingReads(Queries queries) {
        this.queries = queries;
    }

    /** @param shape what the contract shows of a view */
    public <V> void one(
            HttpServletRequest request,
            HttpServletResponse response,
            Object query,
            Class<V> view,
            Function<V, ? extends Record> shape)
            throws IOException {
        one(Reading.of(request), response, query, view, shape);
    }

    /** As above, for a reading that is not the usual one of the request. */
    public <V> void one(
            Reading reading,
            HttpServletResponse response,
            Object query,
            Class<V> view,
            Function<V, ? extends Record> shape)
            throws IOException {
        Answered<V> answer = queries.ask(query, view, reading);
        send(response, answer.position(), shape.apply(answer.value()));
    }

    public <V> void list(
            HttpServletRequest request,
            HttpServletResponse response,
            Object query,
            Class<V> view,
            Function<V, ? extends Record> shape)
            throws IOException {
        Answered<List<V>> answer = queries.list(query, view, Reading.of(request));
        send(response, answer.position(), answer.value().stream().map(shape).toList());
    }

    /** @param query makes the query for the part of the list that the request names */
    public <V> void page(
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Slice, Object> query,
            Function<V, ? extends Record> shape)
            throws IOException {
        Slice slice = Paging.of(request);
        Answered<Page<V>> answer = queries.page(query.apply(slice), Reading.of(request));
        List<? extends Record> items =
                answer.value().items().stream().map(shape).toList();
        send(response, answer.position(), new PageBody(items, answer.value().total(), slice.limit(), slice.offset()));
    }

    private static void send(HttpServletResponse response, long position, Object body) throws IOException {
        Reply.position(response, position);
        JsonReply.stream(response, body);
    }
}
