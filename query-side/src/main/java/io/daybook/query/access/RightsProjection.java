package io.daybook.query.access;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.RightsChanged;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.project.Rights;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;

/** Keeps who is there, who is an admin, and who may do what in which project. */
final class RightsProjection {

    private static final int PAGE = 200;

    private final ViewWriter writer;

    RightsProjection(ViewWriter writer) {
        this.writer = writer;
    }

    @EventHandler
    void on(DefaultUserSeeded event) {
        put(event.userId(), event.admin());
    }

    @EventHandler
    void on(UserCreated event) {
        put(event.userId(), false);
    }

    @EventHandler
    void on(UserChanged event) {
        writer.change(AccessView.USER, Key.of(event.userId()), old -> Body.of(old)
                .with("admin", event.admin())
                .bson());
    }

    @EventHandler
    void on(UserDeleted event) {
        writer.remove(AccessView.USER, Key.of(event.userId()));
        writer.forEachUnder(
                AccessView.ROW, Key.under(event.userId()), PAGE, row -> removeRow(event.userId(), last(row)));
    }

    @EventHandler
    void on(RightsGranted event) {
        if (writer.get(AccessView.USER, Key.of(event.userId())).isEmpty()) return;
        BsonDocument row = row(new Rights(event.create(), event.read(), event.update(), event.delete()));
        writer.update(AccessView.ROW, AccessView.row(event.userId(), event.projectId()), old -> row);
        String under = AccessView.rowOfProject(event.projectId(), event.userId());
        writer.update(AccessView.ROW_OF_PROJECT, under, old -> Body.empty().bson());
    }

    @EventHandler
    void on(RightsChanged event) {
        BsonDocument row = row(new Rights(event.create(), event.read(), event.update(), event.delete()));
        writer.change(AccessView.ROW, AccessView.row(event.userId(), event.projectId()), old -> row);
    }

    @EventHandler
    void on(RightsRevoked event) {
        removeRow(event.userId(), event.projectId());
    }

    @EventHandler
    void on(ProjectDeleted event) {
        writer.forEachUnder(AccessView.ROW_OF_PROJECT, Key.under(event.projectId()), PAGE, row -> {
            writer.remove(AccessView.ROW, AccessView.row(last(row), event.projectId()));
            writer.remove(AccessView.ROW_OF_PROJECT, row);
        });
    }

    @EventHandler
    void on(NameClaimed event) {
        if (!event.claim().equals(AccessView.CRAYON)) return;
        long project = Long.parseLong(event.holder().substring("project-".length()));
        writer.update(AccessView.RESERVED, AccessView.CRAYON, old -> Body.empty()
                .with("project", project)
                .bson());
    }

    @EventHandler
    void on(NameReleased event) {
        if (event.claim().equals(AccessView.CRAYON)) writer.remove(AccessView.RESERVED, AccessView.CRAYON);
    }

    private void put(long user, boolean admin) {
        writer.update(AccessView.USER, Key.of(user), old -> Body.empty()
                .with("admin", admin)
                .bson());
    }

    /** By its user it is found when the user is deleted, so that row goes last. */
    private void removeRow(long user, long project) {
        writer.remove(AccessView.ROW_OF_PROJECT, AccessView.rowOfProject(project, user));
        writer.remove(AccessView.ROW, AccessView.row(user, project));
    }

    private static BsonDocument row(Rights rights) {
        return Body.empty()
                .with("create", rights.create())
                .with("read", rights.read())
                .with("update", rights.update())
                .with("delete", rights.delete())
                .bson();
    }

    private static long last(String row) {
        return Key.numbers(row)[1];
    }
}
