package io.daybook.command.user;

import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserEvent;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.command.bus.Log;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in; so far only the one that every log begins with. */
@AggregateRoot(type = "user")
public class User {

    @AggregateIdentifier
    private @Nullable String id;

    User() {}

    @CommandHandler
    User(SeedDefaultUser seed) {
        Log.append(new DefaultUserSeeded(
                seed.id().value(),
                "Default User",
                "",
                "default",
                seed.passwordHash(),
                true,
                seed.createdDate(),
                seed.zone()));
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        switch (event) {
            case DefaultUserSeeded seeded -> id = "user-" + seeded.userId();
            default -> {}
        }
    }
}
