package io.daybook.http.resource;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceCommand.DeleteResource;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.resource.ResourceView;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Commands;
import io.daybook.http.request.PathId;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Resources without their bytes. */
@Controller
final class ResourceController {

    private final Commands commands;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    ResourceController(Commands commands, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/resource/{id}")
    @Requires(value = Permit.READ, of = Thing.RESOURCE)
    @Speaks(value = "Shows a resource without its bytes", answers = ResourceBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindResource(resource(id)), ResourceView.class, ResourceBody::of);
    }

    @GetMapping("/resource/experiment/{id}")
    @Requires(value = Permit.READ, of = Thing.EXPERIMENT)
    @Speaks(value = "Lists the resources of an experiment", pages = ResourceBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ExperimentId experiment = PathId.parent(id, ExperimentId::new, Long.MAX_VALUE);
        reads.<ResourceView>page(
                request, response, slice -> new FindResourcesOfExperiment(experiment, slice), ResourceBody::of);
    }

    @DeleteMapping("/resource/{id}")
    @Requires(value = Permit.DELETE, of = Thing.RESOURCE)
    @Speaks(value = "Deletes a resource", refusals = Refusal.REFERENCED_BY_MODEL_VERSION)
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ResourceId resource = resource(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteResource(resource)));
    }

    static ResourceId resource(String id) {
        return PathId.of(id, Refusal.UNKNOWN_RESOURCE, ResourceId::new);
    }
}
