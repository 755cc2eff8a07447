package io.daybook.http.user;

import io.daybook.api.access.Required;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceName;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.UserId;
import io.daybook.api.user.UserQuery.FindPermissionsOfUser;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserQuery.FindUsers;
import io.daybook.api.user.UserView;
import io.daybook.api.user.Username;
import io.daybook.http.access.Passwords;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Rights;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.request.LocalDates;
import io.daybook.http.request.PathId;
import io.daybook.http.sequence.IdLeases;
import io.daybook.http.tracking.Asked;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import io.daybook.http.user.UserRequests.NewUser;
import io.daybook.http.user.UserRequests.UserChange;
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
final class UserController {

    private final Commands commands;
    private final Rights rights;
    private final NewUsers newUsers;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    UserController(Commands commands, Rights rights, NewUsers newUsers, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.rights = rights;
        this.newUsers = newUsers;
        this.reads = reads;
        this.writes = writes;
    }

    /** What a new user needs beside what the request says. */
    record NewUsers(IdLeases ids, LocalDates dates) {

        CreateUser command(long id, Username username, String password, NewUser body) {
            String hash = Passwords.hash(password);
            return new CreateUser(new UserId(id), username, body.firstName(), body.lastName(), hash, dates.now());
        }
    }

    @GetMapping("/user")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Lists all users", answers = UserBody[].class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        reads.list(request, response, new FindUsers(), UserView.class, UserBody::of);
    }

    @GetMapping("/user/{id}")
    @Requires(Permit.SELF)
    @Speaks(value = "Shows a user", answers = UserBody.class, refusals = Refusal.UNKNOWN_USER)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindUser(user(id)), UserView.class, UserBody::of);
    }

    @GetMapping("/user/{id}/permissions")
    @Requires(Permit.SELF)
    @Speaks(
            value = "Lists the permission rows of a user",
            answers = PermissionBody[].class,
            refusals = Refusal.UNKNOWN_USER)
    void permissions(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        FindPermissionsOfUser query = new FindPermissionsOfUser(PathId.parent(id, UserId::new, Long.MAX_VALUE));
        reads.list(request, response, query, PermissionView.class, PermissionBody::of);
    }

    @PostMapping("/user")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Creates a user", body = NewUser.class, creates = "user_id", refusals = Refusal.USERNAME_TAKEN)
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writes.write(request, response, NewUser.class, TrackingWrites.created("user_id"), (call, body) -> {
            Username username = Asked.valid(body.username(), Username::new);
            String password = Asked.nonEmpty("password", body.password());
            long fresh = newUsers.ids().next(call, SequenceName.USER);
            return commands.create(call, fresh, newUsers.command(fresh, username, password, body));
        });
    }

    @PatchMapping("/user/{id}")
    @Requires(Permit.SELF)
    @Speaks(
            value = "Changes a user",
            body = UserChange.class,
            refusals = {Refusal.ADMIN_REQUIRED, Refusal.DEFAULT_USER_STAYS})
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        UserId user = user(id);
        writes.write(
                request, response, UserChange.class, TrackingWrites.UPDATED, (call, body) -> change(call, user, body));
    }

    private Done change(Call call, UserId user, UserChange body) {
        if (body.isAdmin() != null) {
            rights.require(call.caller().user(), new Required.Admin());
        }
        String password = Asked.nonEmptyIfAny("password", body.password());
        String hash = password == null ? null : Passwords.hash(password);
        return commands.send(call, new ChangeUser(user, body.firstName(), body.lastName(), hash, body.isAdmin()));
    }

    @DeleteMapping("/user/{id}")
    @Requires(Permit.SELF)
    @Speaks(
            value = "Deletes a user",
            refusals = {Refusal.UNKNOWN_USER, Refusal.DEFAULT_USER_STAYS})
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        UserId user = user(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteUser(user)));
    }

    private static UserId user(String id) {
        return PathId.of(id, Refusal.UNKNOWN_USER, UserId::new);
    }
}
