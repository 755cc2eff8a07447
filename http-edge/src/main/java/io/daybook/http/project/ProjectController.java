package io.daybook.http.project;

import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindMembers;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.project.ProjectView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.user.PermissionView;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Commands;
import io.daybook.http.project.ProjectRequests.NewProject;
import io.daybook.http.project.ProjectRequests.ProjectChange;
import io.daybook.http.request.Caller;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.sequence.IdLeases;
import io.daybook.http.tracking.Asked;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import io.daybook.http.user.PermissionBody;
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
final class ProjectController {

    private final Commands commands;
    private final IdLeases ids;
    private final LocalDates dates;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    ProjectController(Commands commands, IdLeases ids, LocalDates dates, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.ids = ids;
        this.dates = dates;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/project")
    @Requires(Permit.SIGNED)
    @Speaks(value = "Lists the projects that the caller may read", answers = ProjectBody[].class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FindProjects query = new FindProjects(Caller.of(request).user());
        reads.list(request, response, query, ProjectView.class, ProjectBody::of);
    }

    @GetMapping("/project/{id}")
    @Requires(Permit.READ)
    @Speaks(value = "Shows a project", answers = ProjectBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindProject(project(id)), ProjectView.class, ProjectBody::of);
    }

    @GetMapping("/project/{id}/members")
    @Requires(Permit.READ)
    @Speaks(value = "Lists the permission rows of a project", answers = PermissionBody[].class)
    void members(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.list(
                request,
                response,
                new FindMembers(PathId.parent(id, ProjectId::new, Long.MAX_VALUE)),
                PermissionView.class,
                PermissionBody::of);
    }

    @PostMapping("/project")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Creates a project", body = NewProject.class, creates = "project_id")
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writes.write(request, response, NewProject.class, TrackingWrites.created("project_id"), (call, body) -> {
            String name = Asked.nonEmpty("name", body.name());
            long fresh = ids.next(call, SequenceName.PROJECT);
            return commands.create(
                    call,
                    fresh,
                    new CreateProject(
                            new ProjectId(fresh),
                            name,
                            dates.now(),
                            call.caller().user()));
        });
    }

    @PatchMapping("/project/{id}")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Changes a project", body = ProjectChange.class)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ProjectId project = project(id);
        writes.write(request, response, ProjectChange.class, TrackingWrites.UPDATED, (call, body) -> {
            String name = Asked.nonEmptyIfAny("name", body.name());
            return commands.send(call, new ChangeProject(project, name, body.description()));
        });
    }

    @DeleteMapping("/project/{id}")
    @Requires(Permit.ADMIN)
    @Speaks("Deletes a project and everything in it")
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ProjectId project = project(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteProject(project)));
    }

    private static ProjectId project(String id) {
        return PathId.of(id, Refusal.UNKNOWN_PROJECT, ProjectId::new);
    }
}
