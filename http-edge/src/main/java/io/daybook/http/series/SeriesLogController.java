package io.daybook.http.series;

import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.Door;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Once;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.Bodies;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.request.Reply;
import io.daybook.http.request.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Many points in one request and one event: all of them or none. */
@Controller
final class SeriesLogController {

    private final Once once;
    private final Bodies bodies;
    private final Commands commands;
    private final LocalDates dates;

    SeriesLogController(Once once, Bodies bodies, Commands commands, LocalDates dates) {
        this.once = once;
        this.bodies = bodies;
        this.commands = commands;
        this.dates = dates;
    }

    @PostMapping("/series/iteration/{id}/scalars")
    @Requires(value = Permit.CREATE, of = Thing.ITERATION)
    @Speaks(
            value = "Logs points as columns, all of them or none",
            body = SeriesShapes.NewColumns.class,
            answers = SeriesShapes.Logged.class,
            status = 201,
            writes = true,
            refusals = {Refusal.ITERATION_ALREADY_FINALISED, Refusal.ITERATION_FULL, Refusal.NO_NEXT_STEP})
    void log(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new);
        byte[] body = bodies.read(request);
        NewSeries series = NewSeries.read(body, dates.nowInSeconds());
        LogScalar command = new LogScalar(iteration, points(series), series.counted());
        Answer answer = new Answer(201, "{\"points\":" + series.size() + ",\"position\":" + Answered.POSITION + "}");
        Answered<Answer> done =
                once.answer(request, Door.SERIES, () -> Sha256.hex(body), answer, call -> commands.send(call, command));
        Reply.position(response, done.position());
        Reply.send(response, done.value().status(), Reply.JSON, done.value().body());
    }

    private static ScalarPoints points(NewSeries series) {
        try {
            return series.points();
        } catch (IllegalArgumentException nonsense) {
            throw new BadRequest(String.valueOf(nonsense.getMessage()));
        }
    }
}
