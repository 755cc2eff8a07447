package io.daybook.http.model;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelCommand.DeleteModelVersion;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelQuery.FindModelVersion;
import io.daybook.api.model.ModelQuery.FindVersionsOfModel;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.model.ModelVersionView;
import io.daybook.api.model.Stage;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceId;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Commands;
import io.daybook.http.model.ModelRequests.NewVersion;
import io.daybook.http.model.ModelRequests.VersionChange;
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
final class ModelVersionController {

    private final Commands commands;
    private final LocalDates dates;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    ModelVersionController(Commands commands, LocalDates dates, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.dates = dates;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/modelversion/{id}")
    @Requires(value = Permit.READ, of = Thing.MODEL_VERSION)
    @Speaks(value = "Shows a version of a model", answers = ModelVersionBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindModelVersion(version(id)), ModelVersionView.class, ModelVersionBody::of);
    }

    @GetMapping("/modelversion/model/{id}")
    @Requires(value = Permit.READ, of = Thing.MODEL)
    @Speaks(value = "Lists the versions of a model", pages = ModelVersionBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ModelId model = PathId.parent(id, ModelId::new, Long.MAX_VALUE);
        reads.<ModelVersionView>page(
                request, response, slice -> new FindVersionsOfModel(model, slice), ModelVersionBody::of);
    }

    @PostMapping("/modelversion/model/{id}")
    @Requires(value = Permit.CREATE, of = Thing.MODEL)
    @Speaks(
            value = "Registers the next version of a model",
            body = NewVersion.class,
            creates = "modelversion_id",
            refusals = {Refusal.IN_OTHER_PROJECT, Refusal.NUMBERS_USED_UP})
    void create(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ModelId model = PathId.of(id, Refusal.UNKNOWN_MODEL, ModelId::new);
        writes.write(request, response, NewVersion.class, TrackingWrites.created("modelversion_id"), (call, body) -> {
            IterationId iteration = Asked.existing("iteration_id", body.iterationId(), IterationId::new);
            String description = body.description() == null ? "" : body.description();
            return commands.send(
                    call,
                    new CreateModelVersion(model, iteration, resource(body.resourceId()), description, dates.now()));
        });
    }

    @PatchMapping("/modelversion/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.MODEL_VERSION)
    @Speaks(value = "Changes a version of a model", body = VersionChange.class, refusals = Refusal.IN_OTHER_PROJECT)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ModelVersionId version = version(id);
        writes.write(request, response, VersionChange.class, TrackingWrites.UPDATED, (call, body) -> {
            Stage stage = Asked.numbered("stage_id", body.stageId(), Stage.values());
            return commands.send(
                    call,
                    new ChangeModelVersion(
                            version, stage, body.description(), resource(body.resourceId()), dates.now()));
        });
    }

    @DeleteMapping("/modelversion/{id}")
    @Requires(value = Permit.DELETE, of = Thing.MODEL_VERSION)
    @Speaks("Deletes a version of a model")
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ModelVersionId version = version(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteModelVersion(version)));
    }

    private static ModelVersionId version(String id) {
        return PathId.of(id, Refusal.UNKNOWN_MODEL_VERSION, ModelVersionId::new);
    }

    private static @Nullable ResourceId resource(@Nullable Long id) {
        return id == null ? null : Asked.existing("resource_id", id, ResourceId::new);
    }
}
