package io.daybook.http.model;

import io.daybook.api.model.ModelCommand.ChangeModel;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.DeleteModel;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.model.ModelQuery.FindModel;
import io.daybook.api.model.ModelQuery.FindModelsOfProject;
import io.daybook.api.model.ModelView;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceName;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Commands;
import io.daybook.http.model.ModelRequests.ModelChange;
import io.daybook.http.model.ModelRequests.NewModel;
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
final class ModelController {

    private final Commands commands;
    private final IdLeases ids;
    private final LocalDates dates;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    ModelController(Commands commands, IdLeases ids, LocalDates dates, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.ids = ids;
        this.dates = dates;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/model/{id}")
    @Requires(value = Permit.READ, of = Thing.MODEL)
    @Speaks(value = "Shows a model", answers = ModelBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindModel(model(id)), ModelView.class, ModelBody::of);
    }

    @GetMapping("/model/project/{id}")
    @Requires(Permit.READ)
    @Speaks(value = "Lists the models of a project", pages = ModelBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ProjectId project = PathId.parent(id, ProjectId::new, Long.MAX_VALUE);
        reads.<ModelView>page(request, response, slice -> new FindModelsOfProject(project, slice), ModelBody::of);
    }

    @PostMapping("/model/project/{id}")
    @Requires(Permit.CREATE)
    @Speaks(value = "Creates a model", body = NewModel.class, creates = "model_id", refusals = Refusal.MODEL_NAME_TAKEN)
    void create(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ProjectId project = PathId.of(id, Refusal.UNKNOWN_PROJECT, ProjectId::new);
        writes.write(request, response, NewModel.class, TrackingWrites.created("model_id"), (call, body) -> {
            ModelName name = Asked.valid(body.name(), ModelName::new);
            String description = body.description() == null ? "" : body.description();
            long fresh = ids.next(call, SequenceName.MODEL);
            return commands.create(
                    call, fresh, new CreateModel(new ModelId(fresh), project, name, description, dates.now()));
        });
    }

    @PatchMapping("/model/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.MODEL)
    @Speaks(value = "Changes a model", body = ModelChange.class, refusals = Refusal.MODEL_NAME_TAKEN)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ModelId model = model(id);
        writes.write(request, response, ModelChange.class, TrackingWrites.UPDATED, (call, body) -> {
            ModelName name = body.name() == null ? null : Asked.valid(body.name(), ModelName::new);
            return commands.send(call, new ChangeModel(model, name, body.description(), dates.now()));
        });
    }

    @DeleteMapping("/model/{id}")
    @Requires(value = Permit.DELETE, of = Thing.MODEL)
    @Speaks("Deletes a model with its versions")
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ModelId model = model(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteModel(model)));
    }

    private static ModelId model(String id) {
        return PathId.of(id, Refusal.UNKNOWN_MODEL, ModelId::new);
    }
}
