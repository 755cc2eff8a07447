package io.daybook.query.user;

import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** Where users and their permission rows are kept, each row under its project and under its user. */
public final class Users {

    static final String USER = "user";
    static final String PERMISSION = "permission";
    static final String PERMISSION_OF_USER = "permission_of_user";

    public static final Set<String> COLLECTIONS = Set.of(USER, PERMISSION, PERMISSION_OF_USER);

    private Users() {}

    public static List<Object> projections(ViewWriter writer) {
        return List.of(new PermissionProjection(writer), new UserProjection(writer));
    }

    static String permission(long project, long user) {
        return Key.under(project) + Key.of(user);
    }

    static String permissionOf(long user, long project) {
        return Key.under(user) + Key.of(project);
    }
}
