package io.daybook.http.user;

import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeRights;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.ProjectQuery.FindPermission;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserId;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Commands;
import io.daybook.http.request.PathId;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import io.daybook.http.user.UserRequests.NewPermission;
import io.daybook.http.user.UserRequests.PermissionChange;
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
final class PermissionController {

    private static final String OF_PAIR = "/userpermission/user/{user}/project/{project}";

    private final Commands commands;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    PermissionController(Commands commands, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping(OF_PAIR)
    @Requires(Permit.ADMIN)
    @Speaks(value = "Shows what a user may do in a project", answers = PermissionBody.class)
    void get(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String user,
            @PathVariable String project)
            throws IOException {
        UserId holder = PathId.of(user, Refusal.UNKNOWN_PERMISSION, UserId::new);
        FindPermission query =
                new FindPermission(holder, PathId.of(project, Refusal.UNKNOWN_PERMISSION, ProjectId::new));
        reads.one(request, response, query, PermissionView.class, PermissionBody::of);
    }

    @PostMapping(OF_PAIR)
    @Requires(Permit.ADMIN)
    @Speaks(
            value = "Grants a user rights in a project",
            body = NewPermission.class,
            creates = "userpermission_id",
            refusals = {Refusal.RIGHTS_ALREADY_GRANTED, Refusal.NUMBERS_USED_UP})
    void grant(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String user,
            @PathVariable String project)
            throws IOException {
        UserId holder = PathId.of(user, Refusal.UNKNOWN_USER, UserId::new);
        ProjectId owner = PathId.of(project, Refusal.UNKNOWN_PROJECT, ProjectId::new);
        writes.write(
                request,
                response,
                NewPermission.class,
                TrackingWrites.created("userpermission_id"),
                (call, body) -> commands.send(call, new GrantRights(owner, holder, body.rights())));
    }

    @PatchMapping("/userpermission/{id}")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Changes a permission row", body = PermissionChange.class)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        PermissionId permission = permission(id);
        writes.write(
                request,
                response,
                PermissionChange.class,
                TrackingWrites.UPDATED,
                (call, body) -> commands.send(
                        call, new ChangeRights(permission, body.create(), body.read(), body.update(), body.delete())));
    }

    @DeleteMapping("/userpermission/{id}")
    @Requires(Permit.ADMIN)
    @Speaks("Revokes the rights of a permission row")
    void revoke(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        PermissionId permission = permission(id);
        writes.delete(request, response, call -> commands.send(call, new RevokeRights(permission)));
    }

    /** Small numbers look like ids, and are the ids of nothing. */
    private static PermissionId permission(String id) {
        return PathId.of(id, Refusal.UNKNOWN_PERMISSION, PermissionId::new);
    }
}
