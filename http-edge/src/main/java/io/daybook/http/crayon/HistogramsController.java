package io.daybook.http.crayon;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonView.Histograms;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.iteration.Combiner;
import io.daybook.http.iteration.RunningIterations;
import io.daybook.http.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class HistogramsController {

    private final CrayonWrites writes;
    private final RunningIterations iterations;
    private final Combiner<HistogramPoint> combiner;
    private final SeriesReader<Histograms> reader;

    HistogramsController(
            CrayonWrites writes,
            RunningIterations iterations,
            Combiner<HistogramPoint> combiner,
            SeriesReader<Histograms> reader) {
        this.writes = writes;
        this.iterations = iterations;
        this.combiner = combiner;
        this.reader = reader;
    }

    @PostMapping("/data/histograms")
    @Requires(value = Permit.CREATE, of = Thing.CRAYON)
    @Speaks(
            value = "Logs a histogram, ready-made or as the values to build it of",
            asks = {Input.XP, Input.NAME, Input.TO_BUILD},
            body = CrayonShapes.Histogram.class,
            media = "text/plain",
            refusals = {Refusal.UNKNOWN_EXPERIMENT, Refusal.EXPERIMENT_NOT_IN_PROGRESS})
    void log(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        CrayonName name = parameters.experiment();
        String key = parameters.key();
        Function<StrictJson, Histogram> third =
                parameters.yes("tobuild") ? HistogramBuilder::read : HistogramBody::read;
        writes.answer(request, response, (call, body) -> {
            TimedBody<Histogram> sent = TimedBody.read(body, third);
            HistogramPoint point = new HistogramPoint(key, sent.step(), sent.wallTime(), sent.value());
            return combiner.log(call, iterations.of(name), point);
        });
    }

    @GetMapping("/data/histograms")
    @Requires(value = Permit.READ, of = Thing.CRAYON)
    @Speaks(
            value = "Reads a histogram series in the order logged",
            asks = {Input.XP, Input.NAME},
            answers = CrayonShapes.Histograms.class,
            refusals = {Refusal.UNKNOWN_EXPERIMENT, Refusal.UNKNOWN_SERIES})
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        CrayonName name = parameters.experiment();
        String key = parameters.key();
        reader.send(
                request,
                response,
                limit -> new FindCrayonHistograms(name, key, 0, limit),
                (iteration, from, limit) -> new FindMoreHistograms(iteration, key, from, limit));
    }
}
