package io.daybook.http.iteration;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationCommand;
import io.daybook.api.iteration.IterationCommand.ChangeIteration;
import io.daybook.api.iteration.IterationCommand.CreateIteration;
import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.RecordEnvironment;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindChildren;
import io.daybook.api.iteration.IterationQuery.FindIteration;
import io.daybook.api.iteration.IterationQuery.FindIterationsOfExperiment;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.iteration.IterationRequests.IterationChange;
import io.daybook.http.iteration.IterationRequests.Snapshot;
import io.daybook.http.message.Commands;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.UnknownIsNotFound;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.request.QueryString;
import io.daybook.http.sequence.IdLeases;
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
final class IterationController {

    private static final String PARENT = "parent_iteration_id";

    private final Commands commands;
    private final IdLeases ids;
    private final LocalDates dates;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    IterationController(Commands commands, IdLeases ids, LocalDates dates, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.ids = ids;
        this.dates = dates;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/iteration/{id}")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(value = "Shows an iteration", answers = IterationBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindIteration(iteration(id)), IterationView.class, IterationBody::of);
    }

    @GetMapping("/iteration/experiment/{id}")
    @Requires(value = Permit.READ, of = Thing.EXPERIMENT)
    @Speaks(value = "Lists the iterations of an experiment", pages = IterationBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = PathId.parent(id, ExperimentId::new, Long.MAX_VALUE);
        reads.<IterationView>page(
                request, response, slice -> new FindIterationsOfExperiment(experiment, slice), IterationBody::of);
    }

    @GetMapping("/iteration/{id}/children")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(value = "Lists the iterations whose parent an iteration is", answers = IterationBody[].class)
    void children(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        reads.list(
                request,
                response,
                new FindChildren(PathId.parent(id, IterationId::new, IterationId.HIGHEST)),
                IterationView.class,
                IterationBody::of);
    }

    @PostMapping("/iteration/experiment/{id}")
    @Requires(value = Permit.CREATE, of = Thing.EXPERIMENT)
    @Speaks(
            value = "Creates an iteration",
            asks = Input.PARENT_ITERATION,
            creates = "iteration_id",
            refusals = {Refusal.EXPERIMENT_NOT_IN_PROGRESS, Refusal.PARENT_OF_OTHER_EXPERIMENT})
    void create(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = experiment(id);
        IterationId parent = parent(QueryString.of(request));
        writes.post(request, response, TrackingWrites.created("iteration_id"), call -> {
            long fresh = ids.next(call, SequenceName.ITERATION);
            return commands.create(
                    call, fresh, new CreateIteration(new IterationId(fresh), experiment, parent, dates.now()));
        });
    }

    @PostMapping("/iteration/{id}/snapshot")
    @UnknownIsNotFound
    @Requires(value = Permit.UPDATE, of = Thing.ITERATION)
    @Speaks(value = "Records the environment that an iteration runs in", body = Snapshot.class)
    void snapshot(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        IterationId iteration = iteration(id);
        writes.write(
                request,
                response,
                Snapshot.class,
                TrackingWrites.UPDATED,
                (call, body) -> commands.send(call, new RecordEnvironment(iteration, body.environment())));
    }

    @PatchMapping("/iteration/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.ITERATION)
    @Speaks(
            value = "Changes an iteration; with an end date it is finalised",
            body = IterationChange.class,
            refusals = Refusal.ITERATION_ALREADY_FINALISED)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = iteration(id);
        writes.write(
                request,
                response,
                IterationChange.class,
                TrackingWrites.UPDATED,
                (call, body) -> commands.send(call, change(iteration, body)));
    }

    private IterationCommand change(IterationId id, IterationChange body) {
        IterationStatus status = Asked.numbered("status_id", body.statusId(), IterationStatus.values());
        if (body.endDate() == null) return new ChangeIteration(id, status, body.errorMessage(), body.notes());
        String endDate = dates.parse("end_date", body.endDate());
        return new FinaliseIteration(id, status, endDate, body.errorMessage(), body.notes());
    }

    @DeleteMapping("/iteration/{id}")
    @Requires(value = Permit.DELETE, of = Thing.ITERATION)
    @Speaks(
            value = "Deletes an iteration with its parameters and metrics",
            refusals = Refusal.REFERENCED_BY_MODEL_VERSION)
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = iteration(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteIteration(iteration)));
    }

    private static @Nullable IterationId parent(QueryString query) {
        if (!query.has(PARENT)) return null;
        try {
            long number = Long.parseLong(query.find(PARENT).orElse(""));
            return Asked.existing(PARENT, number, IterationId::new);
        } catch (NumberFormatException none) {
            throw new BadRequest(PARENT + " must be an integer");
        }
    }

    private static IterationId iteration(String id) {
        return PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new);
    }

    private static ExperimentId experiment(String id) {
        return PathId.of(id, Refusal.UNKNOWN_EXPERIMENT, ExperimentId::new);
    }
}
