package io.daybook.http.series;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesView;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.request.PathId;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
final class SeriesController {

    private final Queries queries;
    private final SeriesReads reads;

    SeriesController(Queries queries, SeriesReads reads) {
        this.queries = queries;
        this.reads = reads;
    }

    @GetMapping("/series/iteration/{id}")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(
            value = "Lists the series of an iteration in order of first appearance; as lines with `Accept: text/csv`",
            answers = SeriesShapes.Listing.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        FindSeries query = new FindSeries(iteration(id));
        Answered<List<SeriesView>> answer = queries.list(query, SeriesView.class, Reading.of(request));
        Reply.position(response, answer.position());
        SeriesListing.send(request, response, answer.value());
    }

    @GetMapping("/series/iteration/{id}/scalars")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(
            value = "Shows the points of a series as columns, whole, cut or thinned; as lines with `Accept: text/csv`",
            asks = {Input.SERIES_KEY, Input.FROM_STEP, Input.TO_STEP, Input.POINTS},
            answers = SeriesShapes.Columns.class)
    void scalars(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = iteration(id);
        SeriesParameters asked = SeriesParameters.of(request);
        Answered<Part> part = reads.read(iteration, asked, Reading.of(request));
        Reply.position(response, part.position());
        PartReply.send(request, response, part.value());
    }

    private static IterationId iteration(String id) {
        return PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new);
    }
}
