package io.daybook.query.user;

import io.daybook.api.user.PermissionView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** A permission row as stored. */
final class PermissionDocument {

    private PermissionDocument() {}

    static PermissionView view(Fields row) {
        return new PermissionView(
                row.number("id"),
                row.number("user"),
                row.number("project"),
                row.flag("create"),
                row.flag("read"),
                row.flag("update"),
                row.flag("delete"));
    }

    static BsonDocument of(PermissionView row) {
        return Body.empty()
                .with("id", row.id())
                .with("user", row.userId())
                .with("project", row.projectId())
                .with("create", row.create())
                .with("read", row.read())
                .with("update", row.update())
                .with("delete", row.delete())
                .bson();
    }
}
