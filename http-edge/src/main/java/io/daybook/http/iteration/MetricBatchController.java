package io.daybook.http.iteration;

import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricIds;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.iteration.IterationRequests.NewMetrics;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.request.Bodies;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.request.Sha256;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Many metrics in one request, all of them or none. */
@Controller
final class MetricBatchController {

    private static final Answer IDS = new Answer(201, "{\"metric_ids\":[{result}]}");
    private static final int UNKNOWN_POSITION = -1;

    private final Commands commands;
    private final Bodies bodies;
    private final LocalDates dates;
    private final TrackingWrites writes;

    MetricBatchController(Commands commands, Bodies bodies, LocalDates dates, TrackingWrites writes) {
        this.commands = commands;
        this.bodies = bodies;
        this.dates = dates;
        this.writes = writes;
    }

    @PostMapping("/metric/iteration/{id}/batch")
    @Requires(value = Permit.CREATE, of = Thing.ITERATION)
    @Speaks(
            value = "Logs many metrics, all of them or none",
            body = NewMetrics.class,
            creates = "metric_ids",
            refusals = {Refusal.ITERATION_ALREADY_FINALISED, Refusal.ITERATION_FULL, Refusal.NO_NEXT_STEP})
    void log(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new);
        byte[] body = bodies.read(request);
        MetricBatch batch = MetricBatch.read(body, dates);
        writes.run(request, response, () -> Sha256.hex(body), IDS, call -> log(call, iteration, batch));
    }

    /** An empty batch writes nothing, and is no error. */
    private Done log(Call call, IterationId iteration, MetricBatch batch) {
        if (batch.size() == 0) return new Done(new MetricIds(0, 0), UNKNOWN_POSITION);
        return commands.send(call, new LogScalar(iteration, batch.points(), batch.counted()));
    }
}
