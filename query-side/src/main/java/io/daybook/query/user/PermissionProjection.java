package io.daybook.query.user;

import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.RightsChanged;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;

/** Keeps permission rows until their user or their project is deleted. */
final class PermissionProjection {

    private static final int PAGE = 200;

    private final ViewWriter writer;

    PermissionProjection(ViewWriter writer) {
        this.writer = writer;
    }

    /** A project's own event comes while the project is there, but its user may be gone. */
    @EventHandler
    void on(RightsGranted event) {
        if (writer.get(Users.USER, Key.of(event.userId())).isEmpty()) return;
        BsonDocument row = PermissionDocument.of(new PermissionView(
                event.permissionId(),
                event.userId(),
                event.projectId(),
                event.create(),
                event.read(),
                event.update(),
                event.delete()));
        writer.update(Users.PERMISSION, Users.permission(event.projectId(), event.userId()), old -> row);
        writer.update(Users.PERMISSION_OF_USER, Users.permissionOf(event.userId(), event.projectId()), old -> row);
    }

    @EventHandler
    void on(RightsChanged event) {
        BsonDocument row = PermissionDocument.of(new PermissionView(
                event.permissionId(),
                event.userId(),
                event.projectId(),
                event.create(),
                event.read(),
                event.update(),
                event.delete()));
        writer.change(Users.PERMISSION, Users.permission(event.projectId(), event.userId()), old -> row);
        writer.change(Users.PERMISSION_OF_USER, Users.permissionOf(event.userId(), event.projectId()), old -> row);
    }

    @EventHandler
    void on(RightsRevoked event) {
        writer.remove(Users.PERMISSION, Users.permission(event.projectId(), event.userId()));
        writer.remove(Users.PERMISSION_OF_USER, Users.permissionOf(event.userId(), event.projectId()));
    }

    @EventHandler
    void on(UserDeleted event) {
        writer.forEachUnder(Users.PERMISSION_OF_USER, Key.under(event.userId()), PAGE, row -> {
            writer.remove(Users.PERMISSION, Users.permission(Key.numbers(row)[1], event.userId()));
            writer.remove(Users.PERMISSION_OF_USER, row);
        });
    }

    @EventHandler
    void on(ProjectDeleted event) {
        writer.forEachUnder(Users.PERMISSION, Key.under(event.projectId()), PAGE, row -> {
            writer.remove(Users.PERMISSION_OF_USER, Users.permissionOf(Key.numbers(row)[1], event.projectId()));
            writer.remove(Users.PERMISSION, row);
        });
    }
}
