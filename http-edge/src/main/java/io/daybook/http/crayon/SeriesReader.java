package io.daybook.http.crayon;

import io.daybook.api.iteration.IterationId;
import io.daybook.http.json.JsonReply;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.IntFunction;
import tools.jackson.core.JsonGenerator;

/** Sends a series page by page: what one answer is made of was true at one moment, however long it is. */
final class SeriesReader<V> {

    private final Queries queries;
    private final Class<V> view;
    private final Function<V, SeriesPage> page;
    private final int limit;

    /** @param limit how many points are read at a time */
    SeriesReader(Queries queries, Class<V> view, Function<V, SeriesPage> page, int limit) {
        this.queries = queries;
        this.view = view;
        this.page = page;
        this.limit = limit;
    }

    /**
     * @param begin makes the query for the first points, of a limit
     * @param go makes the query for those that follow
     */
    void send(HttpServletRequest request, HttpServletResponse response, IntFunction<Object> begin, Following go)
            throws IOException {
        Reading reading = Reading.of(request);
        Answered<V> answer = queries.ask(begin.apply(limit), view, reading);
        SeriesPage first = page.apply(answer.value());
        Reading same = reading.reached(answer.position());
        More more = (from, count) -> {
            Object query = go.query(first.iteration(), from, (int) Math.min(limit, count));
            return page.apply(queries.ask(query, view, same).value());
        };
        Reply.position(response, answer.position());
        JsonReply.send(response, json -> write(json, first, more));
    }

    /** Points that were added since the first page was read are left out. */
    private static void write(JsonGenerator json, SeriesPage first, More more) {
        json.writeStartArray();
        first.write(json);
        long written = first.size();
        while (written < first.count()) {
            SeriesPage page = more.page(written, first.count() - written);
            if (page.size() == 0) throw new IllegalStateException("a series breaks off after " + written + " points");
            page.write(json);
            written += page.size();
        }
        json.writeEndArray();
    }

    interface Following {
        Object query(IterationId iteration, long from, int limit);
    }

    private interface More {
        SeriesPage page(long from, long count);
    }
}
