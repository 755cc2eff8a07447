package io.daybook.http.crayon;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.crayon.CrayonView.Scalars;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.iteration.Combiner;
import io.daybook.http.iteration.NewPoint;
import io.daybook.http.iteration.RunningIterations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class ScalarsController {

    private final CrayonWrites writes;
    private final RunningIterations iterations;
    private final Combiner<NewPoint> combiner;
    private final SeriesReader<Scalars> reader;

    ScalarsController(
            CrayonWrites writes,
            RunningIterations iterations,
            Combiner<NewPoint> combiner,
            SeriesReader<Scalars> reader) {
        this.writes = writes;
        this.iterations = iterations;
        this.combiner = combiner;
        this.reader = reader;
    }

    @PostMapping("/data/scalars")
    @Requires(value = Permit.CREATE, of = Thing.CRAYON)
    @Speaks(
            value = "Logs a scalar",
            asks = {Input.XP, Input.NAME},
            body = CrayonShapes.Scalar.class,
            media = "text/plain",
            refusals = {Refusal.UNKNOWN_EXPERIMENT, Refusal.EXPERIMENT_NOT_IN_PROGRESS})
    void log(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        CrayonName name = parameters.experiment();
        String key = parameters.key();
        writes.answer(request, response, (call, body) -> {
            TimedBody<Double> sent = TimedBody.read(body, json -> json.number("value"));
            ScalarPoint point = new ScalarPoint(key, sent.step(), sent.wallTime(), sent.value());
            return combiner.log(call, iterations.of(name), new NewPoint(point, false));
        });
    }

    @GetMapping("/data/scalars")
    @Requires(value = Permit.READ, of = Thing.CRAYON)
    @Speaks(
            value = "Reads a scalar series in the order logged",
            asks = {Input.XP, Input.NAME},
            answers = CrayonShapes.Scalars.class,
            refusals = {Refusal.UNKNOWN_EXPERIMENT, Refusal.UNKNOWN_SERIES})
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        CrayonName name = parameters.experiment();
        String key = parameters.key();
        reader.send(
                request,
                response,
                limit -> new FindCrayonScalars(name, key, 0, limit),
                (iteration, from, limit) -> new FindMoreScalars(iteration, key, from, limit));
    }
}
