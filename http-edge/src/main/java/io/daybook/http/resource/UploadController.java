package io.daybook.http.resource;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.api.resource.ResourceId;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Call;
import io.daybook.http.message.Done;
import io.daybook.http.request.PathId;
import io.daybook.http.tracking.TrackingWrites;
import io.daybook.http.upload.Fields;
import io.daybook.http.upload.Form;
import io.daybook.http.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class UploadController {

    private static final Fields NEW = new Fields(Changes.FILE, Set.of(Changes.NAME));
    private static final Fields CHANGE = new Fields(Changes.FILE, Set.of(Changes.NAME, Changes.DESCRIPTION));

    private final Uploads uploads;
    private final Changes changes;
    private final TrackingWrites writes;

    UploadController(Uploads uploads, Changes changes, TrackingWrites writes) {
        this.uploads = uploads;
        this.changes = changes;
        this.writes = writes;
    }

    @PostMapping("/resource/experiment/{id}")
    @Requires(value = Permit.CREATE, of = Thing.EXPERIMENT)
    @Speaks(
            value = "Keeps a file with an experiment",
            body = ResourceForms.New.class,
            takes = "multipart/form-data",
            creates = "resource_id",
            refusals = Refusal.UNKNOWN_EXPERIMENT)
    void create(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = PathId.of(id, Refusal.UNKNOWN_EXPERIMENT, ExperimentId::new);
        Answer answer = TrackingWrites.created("resource_id");
        writes.send(response, done(request, NEW, answer, (call, form) -> changes.create(call, experiment, form)));
    }

    @PatchMapping("/resource/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.RESOURCE)
    @Speaks(
            value = "Changes a resource, its bytes included",
            body = ResourceForms.Changed.class,
            takes = "multipart/form-data")
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ResourceId resource = ResourceController.resource(id);
        Answer answer = TrackingWrites.UPDATED;
        writes.send(response, done(request, CHANGE, answer, (call, form) -> changes.change(call, resource, form)));
    }

    /** What was spooled is gone before the answer goes out. */
    private Answered<Answer> done(
            HttpServletRequest request, Fields fields, Answer answer, BiFunction<Call, Form, Done> work) {
        try (Form form = uploads.form(request, fields)) {
            return writes.done(request, form::hash, answer, call -> work.apply(call, form));
        }
    }
}
