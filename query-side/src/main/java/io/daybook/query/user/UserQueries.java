package io.daybook.query.user;

import io.daybook.api.documents.Documents;
import io.daybook.api.project.ProjectQuery.FindMembers;
import io.daybook.api.project.ProjectQuery.FindPermission;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserQuery.FindPermissionsOfUser;
import io.daybook.api.user.UserQuery.FindUser;
import io.daybook.api.user.UserQuery.FindUsers;
import io.daybook.api.user.UserView;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.refusal.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers who there is, and what they may do where. */
public final class UserQueries {

    private final Shelf<UserView> users;
    private final Shelf<PermissionView> permissions;
    private final Shelf<PermissionView> permissionsOfUser;

    public UserQueries(Documents documents) {
        this.users = new Shelf<>(documents, Users.USER, UserDocument::view);
        this.permissions = new Shelf<>(documents, Users.PERMISSION, PermissionDocument::view);
        this.permissionsOfUser = new Shelf<>(documents, Users.PERMISSION_OF_USER, PermissionDocument::view);
    }

    public Optional<UserView> user(long id) {
        return users.find(Key.of(id));
    }

    /** By id, which begins with the project's. */
    public List<PermissionView> permissionsOf(long user) {
        return permissionsOfUser.under(Key.under(user));
    }

    @QueryHandler
    UserView handle(FindUser query) {
        return user(query.id().value())
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_USER, "there is no " + query.id()));
    }

    @QueryHandler
    UserView[] handle(FindUsers query) {
        return users.all().toArray(UserView[]::new);
    }

    @QueryHandler
    PermissionView[] handle(FindPermissionsOfUser query) {
        return permissionsOf(query.id().value()).toArray(PermissionView[]::new);
    }

    @QueryHandler
    PermissionView handle(FindPermission query) {
        return permissions
                .find(Users.permission(query.project().value(), query.user().value()))
                .orElseThrow(() -> Refused.query(
                        Refusal.UNKNOWN_PERMISSION, query.user() + " has no permission row in " + query.project()));
    }

    @QueryHandler
    PermissionView[] handle(FindMembers query) {
        return permissions.under(Key.under(query.id().value())).stream()
                .sorted(Comparator.comparingLong(PermissionView::id))
                .toList()
                .toArray(PermissionView[]::new);
    }
}
