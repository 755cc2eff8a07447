package io.daybook.http.series;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.log.EventLog;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Rights;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Caller;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import io.daybook.http.series.PartReply.Compared;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The same series of several iterations, side by side. */
@Controller
final class CompareController {

    /** Iterations in one answer. */
    private static final int MOST = 100;

    private final Rights rights;
    private final SeriesReads reads;
    private final EventLog log;

    CompareController(Rights rights, SeriesReads reads, EventLog log) {
        this.rights = rights;
        this.reads = reads;
        this.log = log;
    }

    @GetMapping("/series/compare")
    @Requires(Permit.SIGNED)
    @Speaks(
            value = "Shows the same series of several iterations, thinned; as lines with `Accept: text/csv`",
            asks = {Input.SERIES_KEY, Input.ITERATIONS, Input.FROM_STEP, Input.TO_STEP, Input.POINTS},
            answers = SeriesShapes.Compared.class,
            refusals = {Refusal.PROJECT_PERMISSION_REQUIRED, Refusal.UNKNOWN_ITERATION})
    void compare(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<IterationId> iterations = iterations(QueryString.of(request).required("iterations"));
        SeriesParameters asked = SeriesParameters.of(request);
        for (IterationId iteration : iterations) {
            rights.require(Caller.of(request).user(), new Required.InProject(Right.READ, Place.of(iteration)));
        }
        Reading reading = Reading.of(request);
        List<Compared> found = new ArrayList<>();
        long position = log.head();
        for (IterationId iteration : iterations) {
            Optional<Answered<Part>> part = part(iteration, asked, reading);
            if (part.isEmpty()) continue;
            found.add(new Compared(iteration.value(), part.get().value()));
            if (position < 0 || part.get().position() < position)
                position = part.get().position();
        }
        Reply.position(response, position);
        PartReply.compare(request, response, found);
    }

    /** Empty when the iteration, or the series in it, is not there. */
    private Optional<Answered<Part>> part(IterationId iteration, SeriesParameters asked, Reading reading) {
        try {
            return Optional.of(reads.read(iteration, asked, reading));
        } catch (Refused refused) {
            Refusal refusal = refused.details().refusal();
            if (refusal == Refusal.UNKNOWN_SERIES || refusal == Refusal.UNKNOWN_ITERATION) return Optional.empty();
            throw refused;
        }
    }

    private static List<IterationId> iterations(String text) {
        String[] ids = text.split(",", -1);
        if (ids.length > MOST) throw new BadRequest("iterations names more than " + MOST);
        return Arrays.stream(ids).map(CompareController::iteration).distinct().toList();
    }

    private static IterationId iteration(String text) {
        try {
            return new IterationId(Long.parseLong(text.strip()));
        } catch (IllegalArgumentException none) {
            throw new BadRequest("iterations is not a list of ids: " + text);
        }
    }
}
