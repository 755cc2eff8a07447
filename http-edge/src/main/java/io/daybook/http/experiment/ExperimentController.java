package io.daybook.http.experiment;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentCommand.CreateExperiment;
import io.daybook.api.experiment.ExperimentCommand.DeleteExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentQuery.FindExperiment;
import io.daybook.api.experiment.ExperimentQuery.FindExperimentsOfProject;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.experiment.ExperimentRequests.ExperimentChange;
import io.daybook.http.experiment.ExperimentRequests.NewExperiment;
import io.daybook.http.message.Commands;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.sequence.IdLeases;
import io.daybook.http.tracking.Asked;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class ExperimentController {

    private final Commands commands;
    private final IdLeases ids;
    private final LocalDates dates;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    ExperimentController(
            Commands commands, IdLeases ids, LocalDates dates, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.ids = ids;
        this.dates = dates;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/experiment/{id}")
    @Requires(value = Permit.READ, of = Thing.EXPERIMENT)
    @Speaks(value = "Shows an experiment", answers = ExperimentBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindExperiment(experiment(id)), ExperimentView.class, ExperimentBody::of);
    }

    @GetMapping("/experiment/project/{id}")
    @Requires(Permit.READ)
    @Speaks(value = "Lists the experiments of a project", pages = ExperimentBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ProjectId project = PathId.parent(id, ProjectId::new, Long.MAX_VALUE);
        reads.<ExperimentView>page(
                request, response, slice -> new FindExperimentsOfProject(project, slice), ExperimentBody::of);
    }

    @PostMapping("/experiment/project/{id}")
    @Requires(Permit.CREATE)
    @Speaks(value = "Creates an experiment", body = NewExperiment.class, creates = "experiment_id")
    void create(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ProjectId project = PathId.of(id, Refusal.UNKNOWN_PROJECT, ProjectId::new);
        writes.write(request, response, NewExperiment.class, TrackingWrites.created("experiment_id"), (call, body) -> {
            if (body.statusId() != Asked.number(ExperimentStatus.IN_PROGRESS)) {
                throw new BadRequest("status_id is not 1: an experiment begins in progress");
            }
            String name = Asked.nonEmpty("name", body.name());
            long fresh = ids.next(call, SequenceName.EXPERIMENT);
            return commands.create(
                    call, fresh, new CreateExperiment(new ExperimentId(fresh), project, name, dates.now()));
        });
    }

    @PatchMapping("/experiment/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.EXPERIMENT)
    @Speaks(
            value = "Changes an experiment",
            body = ExperimentChange.class,
            refusals = {Refusal.EXPERIMENT_NAME_TAKEN, Refusal.NAME_NOT_USABLE})
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = experiment(id);
        writes.write(request, response, ExperimentChange.class, TrackingWrites.UPDATED, (call, body) -> {
            ExperimentStatus status = Asked.numbered("status_id", body.statusId(), ExperimentStatus.values());
            String name = Asked.nonEmptyIfAny("name", body.name());
            String endDate = body.endDate() == null ? null : dates.parse("end_date", body.endDate());
            return commands.send(call, new ChangeExperiment(experiment, status, name, body.description(), endDate));
        });
    }

    @DeleteMapping("/experiment/{id}")
    @Requires(value = Permit.DELETE, of = Thing.EXPERIMENT)
    @Speaks(value = "Deletes an experiment and everything in it", refusals = Refusal.REFERENCED_BY_MODEL_VERSION)
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = experiment(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteExperiment(experiment)));
    }

    private static ExperimentId experiment(String id) {
        return PathId.of(id, Refusal.UNKNOWN_EXPERIMENT, ExperimentId::new);
    }
}
