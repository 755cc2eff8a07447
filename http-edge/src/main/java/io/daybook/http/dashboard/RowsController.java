package io.daybook.http.dashboard;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Paging;
import io.daybook.http.request.PathId;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import io.daybook.http.tracking.PageBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dashboard's table of iterations. */
@Controller
final class RowsController {

    private final Queries queries;
    private final Rows rows;

    RowsController(Queries queries, Rows rows) {
        this.queries = queries;
        this.rows = rows;
    }

    @GetMapping("/ui/experiment/{id}/iterations")
    @Requires(value = Permit.READ, of = Thing.EXPERIMENT)
    @Speaks(
            value =
                    "Lists the iterations of an experiment with their parameters, tags and the last values of their scalars",
            pages = RowBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = PathId.parent(id, ExperimentId::new, Long.MAX_VALUE);
        Reading reading = Reading.of(request);
        Slice slice = slice(request, experiment, reading);
        Answered<Page<IterationView>> found = queries.page(new FindIterationsOfExperiment(experiment, slice), reading);
        Reading same = reading.reached(found.position());
        List<RowBody> shown =
                found.value().items().stream().map(view -> rows.of(view, same)).toList();
        Reply.position(response, found.position());
        JsonReply.stream(response, new PageBody(shown, found.value().total(), slice.limit(), slice.offset()));
    }

    /** With {@code newest=true} the last of them, which a page shows first; where those begin, nobody outside can know. */
    private Slice slice(HttpServletRequest request, ExperimentId experiment, Reading reading) {
        Slice asked = Paging.of(request);
        if (!QueryString.of(request).find("newest").filter("true"::equals).isPresent()) return asked;
        Slice none = new Slice(0, 0);
        long total = queries.page(new FindIterationsOfExperiment(experiment, none), reading)
                .value()
                .total();
        return new Slice(Math.max(0, total - asked.limit()), asked.limit());
    }
}
