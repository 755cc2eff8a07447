package io.daybook.http.tag;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.Bearer;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.request.PathId;
import io.daybook.http.tag.TagRequests.NewTag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The tags of projects, experiments and iterations: the same three routes for each kind, with rights of its own. */
@Controller
final class BearerController {

    private final Tagging tagging;

    BearerController(Tagging tagging) {
        this.tagging = tagging;
    }

    @GetMapping("/tag/project/{id}")
    @Requires(Permit.READ)
    @Speaks(value = "Lists the tags of a project", answers = TagBody[].class)
    void ofProject(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        tagging.list(request, response, Bearer.of(PathId.parent(id, ProjectId::new, Long.MAX_VALUE)));
    }

    @GetMapping("/tag/experiment/{id}")
    @Requires(value = Permit.READ, of = Thing.EXPERIMENT)
    @Speaks(value = "Lists the tags of an experiment", answers = TagBody[].class)
    void ofExperiment(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        tagging.list(request, response, Bearer.of(PathId.parent(id, ExperimentId::new, Long.MAX_VALUE)));
    }

    @GetMapping("/tag/iteration/{id}")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(value = "Lists the tags of an iteration", answers = TagBody[].class)
    void ofIteration(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        tagging.list(request, response, Bearer.of(PathId.parent(id, IterationId::new, IterationId.HIGHEST)));
    }

    @PostMapping("/tag/project/{id}")
    @Requires(Permit.CREATE)
    @Speaks(
            value = "Tags a project",
            body = NewTag.class,
            creates = "association_id",
            refusals = Refusal.TAG_ALREADY_ATTACHED)
    void tagProject(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        tagging.attach(request, response, project(id));
    }

    @PostMapping("/tag/experiment/{id}")
    @Requires(value = Permit.CREATE, of = Thing.EXPERIMENT)
    @Speaks(
            value = "Tags an experiment",
            body = NewTag.class,
            creates = "association_id",
            refusals = Refusal.TAG_ALREADY_ATTACHED)
    void tagExperiment(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        tagging.attach(request, response, experiment(id));
    }

    @PostMapping("/tag/iteration/{id}")
    @Requires(value = Permit.CREATE, of = Thing.ITERATION)
    @Speaks(
            value = "Tags an iteration",
            body = NewTag.class,
            creates = "association_id",
            refusals = {Refusal.TAG_ALREADY_ATTACHED, Refusal.ITERATION_ALREADY_FINALISED})
    void tagIteration(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        tagging.attach(request, response, iteration(id));
    }

    @DeleteMapping("/tag/project/{id}/{tag}")
    @Requires(Permit.DELETE)
    @Speaks("Takes a tag off a project")
    void untagProject(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String id, @PathVariable String tag)
            throws IOException {
        tagging.detach(request, response, project(id), tag);
    }

    @DeleteMapping("/tag/experiment/{id}/{tag}")
    @Requires(value = Permit.DELETE, of = Thing.EXPERIMENT)
    @Speaks("Takes a tag off an experiment")
    void untagExperiment(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String id, @PathVariable String tag)
            throws IOException {
        tagging.detach(request, response, experiment(id), tag);
    }

    @DeleteMapping("/tag/iteration/{id}/{tag}")
    @Requires(value = Permit.DELETE, of = Thing.ITERATION)
    @Speaks("Takes a tag off an iteration")
    void untagIteration(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String id, @PathVariable String tag)
            throws IOException {
        tagging.detach(request, response, iteration(id), tag);
    }

    private static Bearer project(String id) {
        return Bearer.of(PathId.of(id, Refusal.UNKNOWN_PROJECT, ProjectId::new));
    }

    private static Bearer experiment(String id) {
        return Bearer.of(PathId.of(id, Refusal.UNKNOWN_EXPERIMENT, ExperimentId::new));
    }

    private static Bearer iteration(String id) {
        return Bearer.of(PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new));
    }
}
