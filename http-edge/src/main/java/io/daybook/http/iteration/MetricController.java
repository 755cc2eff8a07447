package io.daybook.http.iteration;

import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.iteration.IterationRequests.MetricChange;
import io.daybook.http.iteration.IterationRequests.NewMetric;
import io.daybook.http.message.Commands;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.tracking.Asked;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class MetricController {

    private final Commands commands;
    private final Combiner<NewPoint> combiner;
    private final LocalDates dates;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    MetricController(
            Commands commands,
            Combiner<NewPoint> combiner,
            LocalDates dates,
            TrackingReads reads,
            TrackingWrites writes) {
        this.commands = commands;
        this.combiner = combiner;
        this.dates = dates;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/metric/{id}")
    @Requires(value = Permit.READ, of = Thing.METRIC)
    @Speaks(value = "Shows a metric", answers = MetricBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindMetric(metric(id)), MetricView.class, view -> MetricBody.of(view, dates));
    }

    @GetMapping("/metric/iteration/{id}")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(value = "Lists the metrics of an iteration by step", pages = MetricBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = PathId.parent(id, IterationId::new, IterationId.HIGHEST);
        reads.<MetricView>page(
                request,
                response,
                slice -> new FindMetricsOfIteration(iteration, slice),
                view -> MetricBody.of(view, dates));
    }

    @PostMapping("/metric/iteration/{id}")
    @Requires(value = Permit.CREATE, of = Thing.ITERATION)
    @Speaks(
            value = "Logs a metric",
            body = NewMetric.class,
            creates = "metric_id",
            refusals = {Refusal.ITERATION_ALREADY_FINALISED, Refusal.ITERATION_FULL, Refusal.NO_NEXT_STEP})
    void log(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = iteration(id);
        writes.write(
                request,
                response,
                NewMetric.class,
                TrackingWrites.created("metric_id"),
                (call, body) -> combiner.log(call, iteration, point(body)));
    }

    private NewPoint point(NewMetric body) {
        Long step = body.step();
        Double wallTime = wallTime(body.recordedAt());
        ScalarPoint point = new ScalarPoint(
                Asked.nonEmpty("key", body.key()),
                step == null ? 0 : step,
                wallTime == null ? dates.nowInSeconds() : wallTime,
                body.value());
        return new NewPoint(point, step == null);
    }

    @PatchMapping("/metric/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.METRIC)
    @Speaks(value = "Changes a metric", body = MetricChange.class, refusals = Refusal.ITERATION_ALREADY_FINALISED)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        MetricId metric = metric(id);
        writes.write(request, response, MetricChange.class, TrackingWrites.UPDATED, (call, body) -> {
            String key = Asked.nonEmptyIfAny("key", body.key());
            return commands.send(
                    call, new ChangeMetric(metric, key, body.value(), body.step(), wallTime(body.recordedAt())));
        });
    }

    @DeleteMapping("/metric/{id}")
    @Requires(value = Permit.DELETE, of = Thing.METRIC)
    @Speaks(value = "Deletes a metric", refusals = Refusal.ITERATION_ALREADY_FINALISED)
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        MetricId metric = metric(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteMetric(metric)));
    }

    private @Nullable Double wallTime(@Nullable String recordedAt) {
        return recordedAt == null ? null : (Double) dates.seconds(dates.parse("recorded_at", recordedAt));
    }

    private static MetricId metric(String id) {
        return PathId.of(id, Refusal.UNKNOWN_METRIC, MetricId::new);
    }

    private static IterationId iteration(String id) {
        return PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new);
    }
}
