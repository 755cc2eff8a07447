package io.daybook.command.project;

import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeProject;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectEvent;
import io.daybook.api.project.ProjectEvent.ProjectChanged;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.ProjectTagged;
import io.daybook.api.project.ProjectEvent.ProjectUntagged;
import io.daybook.api.project.ProjectEvent.RightsChanged;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.project.ProjectId;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.command.bus.Difference;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** What experiments belong to, and who may do what in it. */
@AggregateRoot(type = "project")
public class Project {

    /** Its creator may look at it, and asks an admin for more. */
    private static final Rights CREATOR = new Rights(false, true, false, false);

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private String name = "";
    private String description = "";
    private final PermissionRows rows = new PermissionRows();

    /** Associations by tag. */
    private final Map<Long, Long> tags = new HashMap<>();

    Project() {}

    /** A new project; its creator gets a row that lets them read. */
    public Project(ProjectId id, String name, String createdDate, UserId creator) {
        Log.append(id.value(), new ProjectCreated(id.value(), name, createdDate));
        append(granted(PermissionId.of(id, 1), creator.value(), CREATOR));
    }

    @CommandHandler
    void handle(ChangeProject command) {
        Refuse.emptyName(command.name());
        String called = Difference.of(name, command.name());
        String text = Difference.of(description, command.description());
        if (called != null || text != null) append(new ProjectChanged(number, called, text));
    }

    @CommandHandler
    void handle(DeleteProject command) {
        append(new ProjectDeleted(number));
    }

    /** The id of the new row. */
    PermissionId grant(UserId user, Rights rights) {
        if (rows.has(user)) {
            throw Refuse.command(Refusal.RIGHTS_ALREADY_GRANTED, user + " has a permission row in " + id + " already");
        }
        if (rows.used() == PermissionId.MAX_ROWS) {
            throw Refuse.command(Refusal.NUMBERS_USED_UP, id + " cannot hold more permission rows");
        }
        PermissionId fresh = PermissionId.of(new ProjectId(number), rows.used() + 1);
        append(granted(fresh, user.value(), rights));
        return fresh;
    }

    PermissionRows rows() {
        return rows;
    }

    void change(PermissionId permission, PermissionRows.Row row, Rights next) {
        if (row.rights().equals(next)) return;
        append(new RightsChanged(
                permission.value(), number, row.user(), next.create(), next.read(), next.update(), next.delete()));
    }

    void revoke(PermissionId permission, PermissionRows.Row row) {
        append(new RightsRevoked(permission.value(), number, row.user()));
    }

    public void attachTag(long tagId, long associationId) {
        if (tags.containsKey(tagId)) throw Refuse.command(Refusal.TAG_ALREADY_ATTACHED, id + " bears the tag already");
        append(new ProjectTagged(number, tagId, associationId));
    }

    public void detachTag(long tagId) {
        Long association = tags.get(tagId);
        if (association == null) throw Refuse.command(Refusal.UNKNOWN_TAG, id + " does not bear tag-" + tagId);
        append(new ProjectUntagged(number, tagId, association));
    }

    private static void append(ProjectEvent event) {
        Log.append(event.projectId(), event);
    }

    private static RightsGranted granted(PermissionId permission, long user, Rights rights) {
        return new RightsGranted(
                permission.value(),
                permission.project().value(),
                user,
                rights.create(),
                rights.read(),
                rights.update(),
                rights.delete());
    }

    @EventSourcingHandler
    void on(ProjectEvent event) {
        switch (event) {
            case ProjectCreated created -> {
                id = "project-" + created.projectId();
                number = created.projectId();
                name = created.name();
            }
            case ProjectChanged changed -> {
                if (changed.name() != null) name = changed.name();
                if (changed.description() != null) description = changed.description();
            }
            case ProjectDeleted deleted -> AggregateLifecycle.markDeleted();
            case RightsGranted(var row, var project, var user, var create, var read, var update, var delete) ->
                rows.add(row, user, new Rights(create, read, update, delete));
            case RightsChanged(var row, var project, var user, var create, var read, var update, var delete) ->
                rows.put(row, user, new Rights(create, read, update, delete));
            case RightsRevoked revoked -> rows.remove(revoked.permissionId());
            case ProjectTagged tagged -> tags.put(tagged.tagId(), tagged.associationId());
            case ProjectUntagged untagged -> tags.remove(untagged.tagId());
        }
    }
}
