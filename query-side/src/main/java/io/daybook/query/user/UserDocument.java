package io.daybook.query.user;

import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** A user as stored; without the password. */
final class UserDocument {

    private static final String FIRST_NAME = "first_name";
    private static final String LAST_NAME = "last_name";
    private static final String ADMIN = "admin";

    private UserDocument() {}

    static UserView view(Fields user) {
        return new UserView(
                user.number("id"),
                user.text(FIRST_NAME),
                user.text(LAST_NAME),
                user.text("username"),
                user.text("created_date"),
                user.flag(ADMIN));
    }

    static BsonDocument of(UserView user) {
        return Body.empty()
                .with("id", user.id())
                .with(FIRST_NAME, user.firstName())
                .with(LAST_NAME, user.lastName())
                .with("username", user.username())
                .with("created_date", user.createdDate())
                .with(ADMIN, user.admin())
                .bson();
    }

    static BsonDocument changed(BsonDocument old, UserChanged event) {
        return Body.of(old)
                .with(FIRST_NAME, event.firstName())
                .with(LAST_NAME, event.lastName())
                .with(ADMIN, event.admin())
                .bson();
    }
}
