package io.daybook.query.user;

import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.api.user.UserView;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps users. */
final class UserProjection {

    private final ViewWriter writer;

    UserProjection(ViewWriter writer) {
        this.writer = writer;
    }

    @EventHandler
    void on(DefaultUserSeeded event) {
        put(new UserView(
                event.userId(),
                event.firstName(),
                event.lastName(),
                event.username(),
                event.createdDate(),
                event.admin()));
    }

    @EventHandler
    void on(UserCreated event) {
        put(new UserView(
                event.userId(), event.firstName(), event.lastName(), event.username(), event.createdDate(), false));
    }

    @EventHandler
    void on(UserChanged event) {
        writer.change(Users.USER, Key.of(event.userId()), old -> UserDocument.changed(old, event));
    }

    @EventHandler
    void on(UserDeleted event) {
        writer.remove(Users.USER, Key.of(event.userId()));
    }

    private void put(UserView user) {
        writer.update(Users.USER, Key.of(user.id()), old -> UserDocument.of(user));
    }
}
