package io.daybook.command.user;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.ChangeUser;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.SeedDefaultUser;
import io.daybook.api.user.UserEvent;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.bus.Difference;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in. The one that every log begins with can neither go nor lose its rank. */
@AggregateRoot(type = "user")
public class User {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private String username = "";
    private String firstName = "";
    private String lastName = "";
    private String passwordHash = "";
    private boolean admin;

    User() {}

    @CommandHandler
    User(SeedDefaultUser seed) {
        Log.append(new DefaultUserSeeded(
                seed.id().value(),
                "Default User",
                "",
                Username.DEFAULT.value(),
                seed.passwordHash(),
                true,
                seed.createdDate(),
                seed.zone()));
    }

    User(CreateUser command) {
        Log.append(new UserCreated(
                command.id().value(),
                command.username().value(),
                command.firstName(),
                command.lastName(),
                command.passwordHash(),
                command.createdDate()));
    }

    @CommandHandler
    void handle(ChangeUser command) {
        if (Objects.equals(command.admin(), false)) refuseForDefault("stays an admin");
        String first = Difference.of(firstName, command.firstName());
        String last = Difference.of(lastName, command.lastName());
        String hash = Difference.of(passwordHash, command.passwordHash());
        Boolean rank = Difference.of(admin, command.admin());
        if (first == null && last == null && hash == null && rank == null) return;
        Log.append(new UserChanged(number, first, last, hash, rank));
    }

    void delete() {
        refuseForDefault("stays");
        Log.append(new UserDeleted(number, username));
    }

    private void refuseForDefault(String what) {
        if (number == UserId.DEFAULT.value()) {
            throw Refuse.command(Refusal.DEFAULT_USER_STAYS, "the user '" + username + "' " + what);
        }
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        switch (event) {
            case DefaultUserSeeded seeded -> {
                begin(seeded.userId(), seeded.username());
                name(seeded.firstName(), seeded.lastName(), seeded.passwordHash());
                admin = seeded.admin();
            }
            case UserCreated created -> {
                begin(created.userId(), created.username());
                name(created.firstName(), created.lastName(), created.passwordHash());
            }
            case UserChanged changed -> {
                name(changed.firstName(), changed.lastName(), changed.passwordHash());
                if (changed.admin() != null) admin = changed.admin();
            }
            case UserDeleted deleted -> AggregateLifecycle.markDeleted();
        }
    }

    private void begin(long user, String called) {
        id = "user-" + user;
        number = user;
        username = called;
    }

    private void name(@Nullable String first, @Nullable String last, @Nullable String hash) {
        if (first != null) firstName = first;
        if (last != null) lastName = last;
        if (hash != null) passwordHash = hash;
    }
}
